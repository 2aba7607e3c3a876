import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "@/scripts/stack/process";
import type { Outcome } from "@/scripts/testing/outcome";
import { type Count, holds, type Report, shortcomings } from "./scenario";

export type Result = { name: string; seconds: number } & (
  | { skipped: string }
  | { failed: string; report?: Report }
  | { report: Report }
);

export function hasFailed(result: Result): boolean {
  return "failed" in result;
}

export function judge(report: Report): { report: Report } | { failed: string; report: Report } {
  const failed = shortcomings(report);
  return failed.length > 0 ? { failed: failed.join("; "), report } : { report };
}

/** As `npm test` counts them. */
export function asOutcome(results: Result[]): Outcome {
  return {
    passed: results.filter((result) => !("skipped" in result || hasFailed(result))).length,
    failed: results.flatMap((result) =>
      "failed" in result ? [{ name: result.name, reason: result.failed }] : [],
    ),
    skipped: results.flatMap((result) =>
      "skipped" in result ? [{ name: result.name, reason: result.skipped }] : [],
    ),
  };
}

export function asTable(results: Result[]): string {
  const rows = results.flatMap((result) => [
    `${result.name} (${result.seconds.toFixed(0)} s): ${verdictOf(result)}`,
    ...("report" in result && result.report ? linesOf(result.report) : []),
  ]);
  return rows.join("\n");
}

function verdictOf(result: Result): string {
  if ("skipped" in result) return `skipped, ${result.skipped}`;
  return "failed" in result ? `FAILED, ${result.failed}` : "held";
}

function linesOf({ faults, counts }: Report): string[] {
  return [
    ...faults.map(({ what, seen }) => row("fault", what, `${seen}`, "")),
    ...counts.map((count) =>
      row(holds(count) ? "" : "MISSED", count.what, shownValue(count), goalOf(count)),
    ),
  ];
}

function row(mark: string, what: string, value: string, goal: string): string {
  return `  ${mark.padEnd(7)}${what.padEnd(64)}${value.padStart(10)}  ${goal}`.trimEnd();
}

function shownValue({ seen, unit }: Count): string {
  const value = Number.isInteger(seen) ? String(seen) : seen.toFixed(2);
  return unit ? `${value} ${unit}` : value;
}

function goalOf(count: Count): string {
  if ("atMost" in count) return `≤ ${count.atMost}`;
  if ("atLeast" in count) return `≥ ${count.atLeast}`;
  return "exactly" in count ? `= ${count.exactly}` : "";
}

/** Into `chaos/results.json`, with what is needed to run the same again. */
export function writeResults(results: Result[], about: Record<string, unknown>): string {
  const file = path.join(root, "chaos", "results.json");
  mkdirSync(path.dirname(file), { recursive: true });
  const measuredAt = new Date().toISOString();
  writeFileSync(file, `${JSON.stringify({ measuredAt, ...about, results }, null, 2)}\n`);
  return path.relative(root, file);
}
