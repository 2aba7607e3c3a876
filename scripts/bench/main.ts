import os from "node:os";
import { parseArgs } from "node:util";
import { buildPortal, TEST_DIST_DIR } from "@/scripts/stack/build";
import { createLifetime } from "@/scripts/stack/lifetime";
import { complain, say } from "@/scripts/stack/say";
import { type Outcome, reasonOf, writeOutcome } from "@/scripts/testing/outcome";
import { buildBare } from "./bare";
import type { Bench } from "./bench";
import { benches } from "./benches";
import { asTable, type Figure, isMeasured, meetsGoal, writeResults } from "./figures";
import { openWorld, type World } from "./world";

const HELP = `Usage: npm run bench -- [--only name,name] [--smoke]
  compares the portal with what it is made of, in rounds that take turns, and prints ratios;
  what was seeded stays in DATA_DIR/bench for the next run;
  --smoke measures little of everything, and judges only that it was measured`;

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    smoke: { type: "boolean", default: false },
    help: { type: "boolean" },
  },
});
const { smoke } = values;
const wanted = values.only?.split(",") ?? benches.map(({ name }) => name);
const unknown = wanted.find((name) => !benches.some((bench) => bench.name === name));

type Measured = { figures: Figure[] } & Pick<Outcome, "failed" | "skipped">;

const lifetime = createLifetime();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => void lifetime.end().then(() => process.exit(130)));
}

if (values.help) say(HELP);
else if (unknown !== undefined) {
  complain(`${unknown} is not known; choose from ${benches.map(({ name }) => name).join(", ")}.`);
  process.exitCode = 1;
} else {
  try {
    await measure();
  } finally {
    await lifetime.end();
  }
}

async function measure(): Promise<void> {
  await buildPortal({ distDir: TEST_DIST_DIR, log: say });
  await buildBare(say);
  const startedAt = Date.now();
  const world = await openWorld({ smoke }, lifetime);
  const ran: Measured[] = [];
  for (const bench of benches.filter(({ name }) => wanted.includes(name))) {
    ran.push(await runBench(bench, world));
  }
  const figures = ran.flatMap((measured) => measured.figures);
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  const about = { seconds, node: process.version, cores: os.cpus().length };
  // The short form leaves the figures of the last whole run alone.
  if (!smoke) say(`\nWritten to ${writeResults(figures, about)}`);

  const wrong = figures.filter((line) => !(smoke ? isMeasured(line) : meetsGoal(line)));
  const missed = wrong.map(({ name, ratio }) => ({ name, reason: `the ratio is ${ratio}` }));
  const failed = [...ran.flatMap((measured) => measured.failed), ...missed];
  const skipped = ran.flatMap((measured) => measured.skipped);
  const held = figures.length - missed.length;
  writeOutcome({ passed: held, failed, skipped });
  say(`${held} held, ${failed.length} failed, ${skipped.length} skipped after ${seconds} s`);
  process.exitCode = failed.length > 0 || held === 0 ? 1 : 0;
}

async function runBench({ name, about, unable, run }: Bench, world: World): Promise<Measured> {
  const reason = unable?.();
  say(`\n${name}: ${about}`);
  if (reason) {
    say(`  skipped: ${reason}`);
    return { figures: [], failed: [], skipped: [{ name, reason }] };
  }
  const own = createLifetime();
  await lifetime.start(async () => ({ stop: () => own.end() }));
  try {
    const figures = await run(world, own);
    if (figures.length === 0) throw new Error("Nothing was measured");
    say(asTable(figures));
    return { figures, failed: [], skipped: [] };
  } catch (error) {
    complain(`${name} failed: ${error instanceof Error ? error.stack : error}`);
    return { figures: [], failed: [{ name, reason: reasonOf(error as Error) }], skipped: [] };
  } finally {
    await own.end();
  }
}
