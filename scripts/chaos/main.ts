import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildPortal, TEST_DIST_DIR } from "@/scripts/stack/build";
import { createLifetime, type Lifetime } from "@/scripts/stack/lifetime";
import { complain, say } from "@/scripts/stack/say";
import { writeOutcome } from "@/scripts/testing/outcome";
import { randomFrom } from "./random";
import { asOutcome, asTable, hasFailed, judge, type Result, writeResults } from "./results";
import type { Scenario } from "./scenario";
import { lanes } from "./scenarios";

const HELP = `Usage: npm run chaos -- [--seed S] [--only name,name] [--smoke]
  does harm to portals, database, mail and Plaid, and counts what was lost or done twice;
  the same seed makes the same faults, --smoke makes fewer of them`;

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(Date.now()) },
    only: { type: "string" },
    smoke: { type: "boolean", default: false },
    help: { type: "boolean" },
  },
});

const everything = lanes.flat();
const wanted = values.only?.split(",") ?? everything.map(({ name }) => name);
const unknown = wanted.find((name) => !everything.some((scenario) => scenario.name === name));
const running = new Set<Lifetime>();
// Each process that is started is ended with this one: that is a listener each.
process.setMaxListeners(0);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    void Promise.all([...running].map((lifetime) => lifetime.end())).then(() => process.exit(130));
  });
}

if (values.help) say(HELP);
else if (unknown !== undefined) {
  complain(
    `${unknown} is not known; choose from ${everything.map(({ name }) => name).join(", ")}.`,
  );
  process.exitCode = 1;
} else await chaos();

async function chaos(): Promise<void> {
  const startedAt = Date.now();
  await buildPortal({ distDir: TEST_DIST_DIR, log: say });
  say(`Seed ${values.seed}`);
  // Lanes run beside each other, so that the long outages, which mostly wait, cost no time.
  const ran = await Promise.all(lanes.map((lane) => runLane(lane)));
  const results = ran.flat();
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  say(`\n${asTable(results)}`);
  const about = { seed: values.seed, seconds };
  const machine = { node: process.version, cores: os.cpus().length };
  // The short form leaves the figures of the last whole run alone.
  if (!values.smoke) say(`\nWritten to ${writeResults(results, { ...about, ...machine })}`);
  writeOutcome(asOutcome(results));
  const failed = results.filter(hasFailed).length;
  const skipped = results.filter((result) => "skipped" in result).length;
  const held = results.length - failed - skipped;
  say(`${held} held, ${failed} failed, ${skipped} skipped after ${seconds} s`);
  process.exitCode = failed > 0 || results.length === skipped ? 1 : 0;
}

async function runLane(lane: readonly Scenario[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const scenario of lane.filter(({ name }) => wanted.includes(name))) {
    results.push(await runScenario(scenario));
  }
  return results;
}

async function runScenario({ name, about, unable, run }: Scenario): Promise<Result> {
  const reason = unable?.();
  if (reason) return { name, seconds: 0, skipped: reason };
  say(`\n${name}: ${about}`);
  const startedAt = Date.now();
  const seconds = () => (Date.now() - startedAt) / 1000;
  const lifetime = createLifetime();
  running.add(lifetime);
  const dataDir = mkdtempSync(path.join(os.tmpdir(), `vestibule-chaos-${name}-`));
  try {
    const note = (line: string) => say(`  ${name}: ${line}`);
    const random = randomFrom(`${values.seed} ${name}`);
    const report = await run({ random, smoke: values.smoke, dataDir, lifetime, note });
    return { name, seconds: seconds(), ...judge(report) };
  } catch (error) {
    return {
      name,
      seconds: seconds(),
      failed: error instanceof Error ? error.message : `${error}`,
    };
  } finally {
    await lifetime.end();
    running.delete(lifetime);
    rmSync(dataDir, { recursive: true, force: true });
  }
}
