import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bomb, chunk, header, interlacedPicture, png } from "@/scripts/testing/png";
import { temporaryFolder } from "@/scripts/testing/temporary";

const MEBIBYTES_MAX = 256;
/** Of processor time, so that it says the same on a busy machine. */
const MILLISECONDS_MAX = 2000;

const root = path.join(import.meta.dirname, "../..");
const folder = temporaryFolder("logos");
afterAll(() => folder.stop());

/** Reads a sound logo first, so that what comes after pays for the hostile file alone. */
const program = `
  import { readFileSync } from "node:fs";
  import { inflateSync } from "node:zlib";
  const { readLogo } = await import("./lib/onboarding/logo.ts");
  const [sound, hostile, times, careless] = process.argv.slice(1);
  const read = careless ? (file) => ({ ok: inflateSync(file).length > 0 }) : readLogo;
  const file = readFileSync(hostile);
  // A machine that is busy with other things lets nobody read in time.
  const patient = async (file) => {
    const outcome = await read(file);
    return outcome.error?.code === "busy" ? patient(file) : outcome;
  };
  await readLogo(readFileSync(sound));
  const before = process.resourceUsage().maxRSS;
  const started = process.cpuUsage();
  const outcomes = await Promise.all(Array.from({ length: Number(times) }, () => patient(file)));
  const { user, system } = process.cpuUsage(started);
  const milliseconds = (user + system) / 1000;
  const mebibytes = (process.resourceUsage().maxRSS - before) / 1024;
  const codes = outcomes.map((outcome) => (outcome.ok ? "stored" : outcome.error.code));
  console.log(JSON.stringify({ milliseconds, mebibytes, codes }));
`;

type Cost = { milliseconds: number; mebibytes: number; codes: string[] };

async function cost(
  file: Buffer,
  { times = 1, careless = false }: { times?: number; careless?: boolean } = {},
): Promise<Cost> {
  const hostile = path.join(folder.path, `${crypto.randomUUID()}.png`);
  writeFileSync(hostile, file);
  const options = ["--import", "./scripts/typescript.mjs", "--input-type=module"];
  const values = [sound, hostile, String(times), ...(careless ? ["careless"] : [])];
  const args = [...options, "--eval", program, ...values];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  return JSON.parse(stdout);
}

let sound = "";
beforeAll(() => {
  sound = path.join(folder.path, "sound.png");
  writeFileSync(sound, png());
});

function packed(type: string, head: string, mebibytes: number): Buffer {
  return png({
    extra: [chunk(type, Buffer.concat([Buffer.from(head, "latin1"), bomb(mebibytes)]))],
  });
}

/** As many texts as fit under 4 MB, each of which would unpack to 56 MB. */
function manyTexts(): Buffer {
  const text = chunk("zTXt", Buffer.concat([Buffer.from("a\0\0"), bomb(56)]));
  return png({ extra: Array.from({ length: Math.floor(3_900_000 / text.length) }, () => text) });
}

function manyChunks(type: string, count: number): Buffer {
  const empty = chunk(type);
  return png({ extra: Array.from({ length: count }, () => empty) });
}

test.each([
  ["a text of gigabytes", "overfull", () => packed("zTXt", "Comment\0\0", 3600)],
  ["an international text of gigabytes", "overfull", () => packed("iTXt", "a\0\x01\0\0\0", 1000)],
  ["a colour profile of gigabytes", "overfull", () => packed("iCCP", "a\0\0", 1000)],
  ["many texts that are gigabytes together", "overfull", manyTexts],
  ["a picture of gigabytes", "overfull", () => png({ idat: chunk("IDAT", bomb(3600)) })],
  ["hundreds of thousands of empty chunks", "damaged", () => manyChunks("IDAT", 320_000)],
  ["thousands of texts", "overfull", () => manyChunks("zTXt", 19_000)],
  ["thousands of empty pictures", "stored", () => manyChunks("IDAT", 19_000)],
  [
    "a size of 50000 × 50000",
    "wrong_size",
    () => png({ head: header({ width: 50_000, height: 50_000 }) }),
  ],
])("%s: told by %s, at little cost", { timeout: 60_000 }, async (_, code, make) => {
  const file = make();
  expect(file.length).toBeLessThan(4_000_000);
  const { codes, mebibytes, milliseconds } = await cost(file);
  expect(codes).toEqual([code]);
  expect(mebibytes).toBeLessThan(MEBIBYTES_MAX);
  expect(milliseconds).toBeLessThan(MILLISECONDS_MAX);
});

test("the largest picture, two dozen times at once, stays under the same limit", {
  timeout: 60_000,
}, async () => {
  const head = header({ bitDepth: 16, colourType: 6, interlaced: true });
  const { codes, mebibytes } = await cost(png({ head, idat: interlacedPicture(64) }), {
    times: 24,
  });
  expect(codes).toEqual(Array(24).fill("stored"));
  expect(mebibytes).toBeLessThan(MEBIBYTES_MAX);
});

// Proves that the measure sees what it is there for.
test("unpacking without a limit would go far beyond it", { timeout: 60_000 }, async () => {
  const { mebibytes } = await cost(bomb(600), { careless: true });
  expect(mebibytes).toBeGreaterThan(2 * MEBIBYTES_MAX);
});
