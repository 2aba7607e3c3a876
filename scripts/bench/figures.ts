import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "@/scripts/stack/process";

/** What the ratio may be; null where it is only told. */
export type Goal = { atMost: number } | { atLeast: number } | null;

/** One line of the table: what was compared, and how. */
export type Figure = {
  name: string;
  unit: "ms" | "s" | "/s" | "KB" | "MB";
  /** Medians, `base` being what the other one is compared with. */
  base: number;
  measured: number;
  ratio: number;
  goal: Goal;
};

export function figure(given: Omit<Figure, "ratio">): Figure {
  return { ...given, ratio: given.measured / given.base };
}

/** Whether something was measured on both sides at all; it may be so quick that nothing is left. */
export function isMeasured({ base, measured }: Figure): boolean {
  return Number.isFinite(base) && base > 0 && Number.isFinite(measured) && measured >= 0;
}

export function meetsGoal({ ratio, goal }: Figure): boolean {
  if (goal === null) return true;
  return "atMost" in goal ? ratio <= goal.atMost : ratio >= goal.atLeast;
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = sorted.slice(
    Math.ceil(middle) - 1,
    Math.floor(middle) + 1,
  );
  return (low + high) / 2;
}

/** What 95 of 100 do not exceed. */
export function p95(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

export function asTable(figures: Figure[]): string {
  const head = ["", "base", "measured", "ratio", "goal", ""];
  const rows = figures.map((line) => [
    line.name,
    `${line.base.toFixed(2)} ${line.unit}`,
    `${line.measured.toFixed(2)} ${line.unit}`,
    line.ratio.toFixed(2),
    goalText(line.goal),
    line.goal === null ? "" : meetsGoal(line) ? "met" : "MISSED",
  ]);
  return inColumns([head, ...rows]);
}

/** The first line names the columns. */
export function inColumns(lines: string[][]): string {
  const widths = (lines[0] ?? []).map((_, at) =>
    Math.max(...lines.map((line) => line[at]?.length ?? 0)),
  );
  return lines
    .map((line) => line.map((cell, at) => pad(cell, widths[at] ?? 0, at === 0)).join("  "))
    .join("\n");
}

function goalText(goal: Goal): string {
  if (goal === null) return "–";
  return "atMost" in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`;
}

function pad(cell: string, width: number, left: boolean): string {
  return left ? cell.padEnd(width) : cell.padStart(width);
}

/** Into `bench/results.json`, with what is needed to compare it with another run. */
export function writeResults(figures: Figure[], about: Record<string, unknown>): string {
  const file = path.join(root, "bench", "results.json");
  mkdirSync(path.dirname(file), { recursive: true });
  const measuredAt = new Date().toISOString();
  writeFileSync(file, `${JSON.stringify({ measuredAt, ...about, figures }, null, 2)}\n`);
  return path.relative(root, file);
}
