import { deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { LOGO_BYTES_MAX, LOGO_EDGE_PX } from "@/lib/logos/model";
import { bomb, chunk, header, interlacedPicture, picture, png } from "@/scripts/testing/png";
import { readLogo } from "./logo";

type Format = "png" | "jpeg" | "webp" | "gif";

function draw(width: number, height: number, format: Format = "png"): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 4, background: "#432dd7" } })
    .toFormat(format)
    .toBuffer();
}

/** Every pixel another colour, so that hardly anything can be packed away. */
function noise(channels: 3 | 4): Sharp {
  const pixels = Buffer.alloc(LOGO_EDGE_PX * LOGO_EDGE_PX * channels);
  let state = 1;
  for (let at = 0; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    pixels[at] = state >>> 24;
  }
  return sharp(pixels, { raw: { width: LOGO_EDGE_PX, height: LOGO_EDGE_PX, channels } });
}

let good: Buffer;
beforeAll(async () => {
  good = await draw(LOGO_EDGE_PX, LOGO_EDGE_PX);
});

/** Asks again as long as the machine is too busy to read a logo in time. */
async function read(file: Buffer, name?: string): ReturnType<typeof readLogo> {
  const logo = await readLogo(file, name);
  return !logo.ok && logo.error.code === "busy" ? read(file, name) : logo;
}

async function drawn(file: Buffer) {
  const logo = await read(file);
  if (!logo.ok) throw new Error(logo.error.code);
  return logo.value;
}

describe("a sound logo", () => {
  test("comes back as a PNG of the same size, under the hash of its bytes", async () => {
    const logo = await drawn(good);
    const { format, width, height } = await sharp(logo.png).metadata();
    expect({ format, width, height }).toEqual({ format: "png", width: 1024, height: 1024 });
    expect(logo.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(logo.bytes).toBe(logo.png.length);
  });

  test("drawn twice is stored once, whatever else was in the file", async () => {
    const again = await sharp(good).withMetadata({ density: 300 }).png().toBuffer();
    expect(again.equals(good)).toBe(false);
    expect((await drawn(again)).sha256).toBe((await drawn(good)).sha256);
  });

  // Guarantees that nothing but the picture reaches Plaid: no place of a camera, no page, no program.
  test("loses its metadata and every other file that hides in its chunks", async () => {
    const secrets = [
      chunk("tEXt", "Comment\0SECRET <script>alert(1)</script>"),
      chunk("zTXt", Buffer.concat([Buffer.from("XML\0\0"), deflateSync("SECRET")])),
      chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0<html>SECRET</html>"),
      chunk("eXIf", "MM\0*SECRET"),
      chunk("paYl", "PK\x03\x04SECRET"),
    ];
    const { png: file } = await drawn(png({ extra: secrets, end: [...secrets, chunk("IEND")] }));
    expect(file.includes("SECRET")).toBe(false);
    const kinds = ["tEXt", "zTXt", "iTXt", "eXIf", "paYl", "iCCP"];
    expect(kinds.filter((kind) => file.includes(kind))).toEqual([]);
  });

  test.each([
    ["grey", (image: Sharp) => image.toColourspace("b-w").png()],
    ["a palette", (image: Sharp) => image.png({ palette: true })],
    ["16 bits", (image: Sharp) => image.toColourspace("rgb16").png()],
    ["interlaced", (image: Sharp) => image.png({ progressive: true })],
    ["opaque", (image: Sharp) => image.removeAlpha().png()],
    ["of another colour space", (image: Sharp) => image.withIccProfile("p3").png()],
  ])("may be %s, and comes back in plain colour", async (_, paint) => {
    const logo = await drawn(await paint(sharp(good)).toBuffer());
    const { depth, channels, isProgressive, space, hasProfile } = await sharp(logo.png).metadata();
    expect({ depth, channels, isProgressive, space, hasProfile }).toEqual({
      depth: "uchar",
      channels: 3,
      isProgressive: false,
      space: "srgb",
      hasProfile: false,
    });
  });

  test.each([
    [0, 1, 1],
    [0, 4, 4],
    [0, 16, 16],
    [2, 16, 48],
    [4, 16, 32],
    [6, 16, 64],
  ])(
    "may be of colour type %i with %i bits, interlaced or not",
    async (colourType, bitDepth, bits) => {
      const rows = { head: header({ colourType, bitDepth }), idat: picture(1024, 128 * bits) };
      const head = header({ colourType, bitDepth, interlaced: true });
      const woven = await drawn(png({ head, idat: interlacedPicture(bits) }));
      expect(woven.png.equals((await drawn(png(rows))).png)).toBe(true);
      const short = png({ head, idat: interlacedPicture(bits - 1) });
      expect(await refused(short)).toEqual({ code: "cut" });
    },
  );

  test("keeps its colours", async () => {
    const { png: file } = await drawn(good);
    expect([...(await sharp(file).raw().toBuffer()).subarray(0, 3)]).toEqual([0x43, 0x2d, 0xd7]);
  });

  test("keeps what is transparent, and says so", async () => {
    const half = {
      width: LOGO_EDGE_PX,
      height: LOGO_EDGE_PX,
      channels: 4,
      background: "#432dd780",
    } as const;
    const logo = await drawn(await sharp({ create: half }).png().toBuffer());
    expect(logo.transparent).toBe(true);
    expect((await sharp(logo.png).metadata()).channels).toBe(4);
    expect((await drawn(good)).transparent).toBe(false);
  });

  test("may be noise from edge to edge", async () => {
    const file = await noise(3).png().toBuffer();
    expect((await drawn(file)).bytes).toBeLessThan(LOGO_BYTES_MAX);
  });
});

async function refused(file: Buffer, name?: string) {
  const logo = await read(file, name);
  return logo.ok ? "not refused" : logo.error;
}

describe("what is refused, and why", () => {
  test("an empty file", async () => {
    expect(await refused(Buffer.alloc(0))).toEqual({ code: "empty" });
  });

  test("4 MB and more, before anything is read", async () => {
    const large = Buffer.concat([good], LOGO_BYTES_MAX);
    expect(await refused(large)).toEqual({ code: "too_large", bytes: LOGO_BYTES_MAX });
  });

  test.each([
    ["jpeg", "JPEG"],
    ["webp", "WebP"],
    ["gif", "GIF"],
  ] as const)("a %s, by what it is", async (format, seen) => {
    const file = await draw(LOGO_EDGE_PX, LOGO_EDGE_PX, format);
    expect(await refused(file)).toEqual({ code: "not_png", seen, named: undefined });
    expect(await refused(file, "Logo.PNG")).toEqual({ code: "not_png", seen, named: "png" });
  });

  test.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"],
    ["<!doctype html><script>alert(1)</script>", undefined],
    ["MZ not an image", undefined],
    ["\x89PN", undefined],
  ])("%j", async (text, seen) => {
    const file = Buffer.from(text, "latin1");
    expect(await refused(file)).toEqual({ code: "not_png", seen, named: undefined });
  });

  test.each([
    [800, 600],
    [1024, 1023],
    [1025, 1024],
  ])("%i × %i pixels", async (widthPx, heightPx) => {
    const file = await draw(widthPx, heightPx);
    expect(await refused(file)).toEqual({ code: "wrong_size", widthPx, heightPx });
  });

  test("a smaller picture that claims the right size", async () => {
    expect(await refused(png({ idat: picture(10, 30) }))).toEqual({ code: "cut" });
  });

  test("an animation", async () => {
    const frames = chunk("acTL", new Uint8Array([0, 0, 0, 2, 0, 0, 0, 0]));
    expect(await refused(png({ extra: [frames] }))).toEqual({ code: "animated", seen: "PNG" });
  });

  test.each([
    ["an archive", "PK\x03\x04"],
    ["a page", "<html><script>alert(1)</script>"],
    ["a program", "\n/* */ alert(1)"],
  ])("%s behind the image", async (_, tail) => {
    const file = Buffer.concat([good, Buffer.from(tail, "latin1")]);
    expect(await refused(file)).toEqual({ code: "tail", tailBytes: tail.length });
  });

  test.each([8, 20, 33, 200])("only the first %i bytes", async (length) => {
    expect(await refused(good.subarray(0, length))).toEqual({ code: "cut" });
  });

  test("a picture that stops half-way in a file that does not", async () => {
    const half = picture(512);
    expect(await refused(png({ idat: half }))).toEqual({ code: "cut" });
    const packed = deflateSync(Buffer.alloc(1024 * 3073));
    const torn = chunk("IDAT", packed.subarray(0, packed.length / 2));
    expect(await refused(png({ idat: torn }))).toEqual({ code: "cut" });
  });

  test("a PNG with one byte of its picture changed", async () => {
    const changed = Buffer.from(good);
    const place = changed.indexOf("IDAT") + 40;
    changed.writeUInt8(changed.readUInt8(place) ^ 0xff, place);
    expect(await refused(changed)).toMatchObject({
      code: expect.stringMatching(/^(damaged|cut|overfull)$/),
    });
  });

  test("a wrong checksum, a filter that does not exist, a palette that is missing", async () => {
    const idat = picture();
    idat.writeUInt8(idat.readUInt8(idat.length - 1) ^ 1, idat.length - 1);
    expect(await refused(png({ idat }))).toEqual({ code: "damaged", seen: "PNG" });
    const rows = Buffer.alloc(1024 * 3073, 9);
    expect(await refused(png({ idat: chunk("IDAT", deflateSync(rows)) }))).toEqual({
      code: "damaged",
      seen: "PNG",
    });
    const head = header({ colourType: 3 });
    expect(await refused(png({ head, idat: picture(1024, 1024) }))).toEqual({
      code: "damaged",
      seen: "PNG",
    });
  });

  test.each([
    ["text", chunk("zTXt", Buffer.concat([Buffer.from("a\0\0"), bomb(8)]))],
    ["text of another kind", chunk("iTXt", Buffer.concat([Buffer.from("a\0\x01\0\0\0"), bomb(8)]))],
    ["a colour profile", chunk("iCCP", Buffer.concat([Buffer.from("a\0\0"), bomb(8)]))],
    ["many small texts", Buffer.concat(Array.from({ length: 65 }, () => chunk("zTXt", "a\0\0")))],
  ])("%s that unpacks to far more than a picture needs", async (_, extra) => {
    expect(await refused(png({ extra: [extra] }))).toEqual({ code: "overfull" });
  });

  test("a picture that unpacks to more than its size", async () => {
    expect(await refused(png({ idat: picture(1025) }))).toEqual({ code: "overfull" });
  });
});

test("of too many at once some are told to come back, and then they are read", async () => {
  const outcomes = await Promise.all(Array.from({ length: 40 }, () => readLogo(good)));
  const busy = outcomes.filter((outcome) => !outcome.ok && outcome.error.code === "busy");
  expect(busy.length).toBeGreaterThanOrEqual(8);
  expect((await read(good)).ok).toBe(true);
});
