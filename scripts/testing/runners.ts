import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { findBrowser } from "@/scripts/stack/browser";
import { buildPortal, TEST_DIST_DIR } from "@/scripts/stack/build";
import { typescriptArgs } from "@/scripts/stack/process";
import { say } from "@/scripts/stack/say";
import { runCommand } from "./command";
import { judged, type Outcome, reasonOf, type Skipped } from "./outcome";
import type { Step } from "./steps";
import { temporaryFolder } from "./temporary";

type PlaywrightSuite = { title: string; suites?: PlaywrightSuite[]; specs?: PlaywrightSpec[] };

type PlaywrightSpec = {
  title: string;
  tests: {
    status: string;
    annotations: { type: string; description?: string }[];
    results: { errors: { message?: string }[] }[];
  }[];
};

type PlaywrightReport = { suites: PlaywrightSuite[]; errors: { message?: string }[] };

export function vitestStep(name: string, projects: string[]): Step {
  return { name, run: () => runVitest(projects) };
}

export function buildStep(): Step {
  return {
    name: "Build",
    run: async () => {
      const result = await buildPortal({ distDir: TEST_DIST_DIR, log: say });
      if (result === "unchanged") say("Nothing changed since the last build.");
      return { passed: 1, failed: [], skipped: [] };
    },
  };
}

export function e2eStep(): Step {
  return { name: "End to end", run: runPlaywright };
}

/** Faults are made and counted, but fewer of them than `npm run chaos` makes. */
export function chaosStep(): Step {
  const command = [...typescriptArgs, "scripts/chaos/main.ts", "--smoke"];
  return { name: "Chaos (short)", run: () => runCounted(command) };
}

/** Everything is measured, and nothing long enough to judge a ratio by. */
export function benchStep(): Step {
  const command = [...typescriptArgs, "scripts/bench/main.ts", "--smoke"];
  return { name: "Bench (short)", run: () => runCounted(command) };
}

async function runVitest(projects: string[]): Promise<Outcome> {
  return runCounted([
    "node_modules/vitest/vitest.mjs",
    "run",
    ...projects.flatMap((project) => ["--project", project]),
    "--reporter=default",
    "--reporter=./scripts/testing/vitest-reporter.ts",
  ]);
}

/** Runs what writes its outcome itself. */
async function runCounted(command: string[]): Promise<Outcome> {
  const folder = temporaryFolder("outcome");
  const file = path.join(folder.path, "outcome.json");
  const { code } = await runCommand(command, { env: { VESTIBULE_OUTCOME: file } });
  const counted = read<Outcome>(file);
  await folder.stop();
  return judged(counted, code);
}

async function runPlaywright(): Promise<Outcome> {
  const browser = await findBrowser(say);
  say(`Browser: ${browser.path} (${browser.origin})`);
  const folder = temporaryFolder("outcome");
  const file = path.join(folder.path, "outcome.json");
  const { code } = await runCommand(
    ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"],
    { env: { CHROMIUM_PATH: browser.path, PLAYWRIGHT_JSON_OUTPUT_NAME: file } },
  );
  const report = read<PlaywrightReport>(file);
  await folder.stop();
  return judged(report && countPlaywright(report), code);
}

function countPlaywright(report: PlaywrightReport): Outcome {
  const atLarge = report.errors.map((error) => ({ name: "end to end", reason: reasonOf(error) }));
  const outcome: Outcome = { passed: 0, failed: atLarge, skipped: [] };
  for (const spec of report.suites.flatMap(specsOf)) {
    for (const { status, annotations, results } of spec.tests) {
      if (status === "expected") outcome.passed += 1;
      else if (status === "skipped") outcome.skipped.push(skippedFrom(spec.title, annotations));
      else if (status === "flaky") {
        outcome.passed += 1;
        say(`Passed when tried again: ${spec.title} (${reasonOf(results[0]?.errors[0])})`);
      } else outcome.failed.push({ name: spec.title, reason: reasonOf(results[0]?.errors[0]) });
    }
  }
  return outcome;
}

function specsOf(suite: PlaywrightSuite): PlaywrightSpec[] {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

function skippedFrom(name: string, annotations: { type: string; description?: string }[]): Skipped {
  const note = annotations.find(({ type }) => type === "skip" || type === "fixme");
  return { name, reason: note?.description ?? "no reason given" };
}

function read<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : undefined;
}
