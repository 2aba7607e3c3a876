import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "@/scripts/stack/process";

/** One line of the table: what was compared, and the most the ratio may be. */
export type Figure = {
  name: string;
  unit: "ms" | "s";
  /** Medians, `base` being what the other one is compared with. */
  base: number;
  measured: number;
  ratio: number;
  /** Null where it is only told. */
  limit: number | null;
};

export function figure(given: Omit<Figure, "ratio">): Figure {
  return { ...given, ratio: given.measured / given.base };
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

export function asTable(figures: Figure[]): string {
  const head = ["", "base", "measured", "ratio", "goal", ""];
  const rows = figures.map(({ name, unit, base, measured, ratio, limit }) => [
    name,
    `${base.toFixed(2)} ${unit}`,
    `${measured.toFixed(2)} ${unit}`,
    ratio.toFixed(2),
    limit === null ? "–" : `≤ ${limit}`,
    limit === null ? "" : ratio <= limit ? "met" : "MISSED",
  ]);
  const lines = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines
    .map((line) => line.map((cell, at) => pad(cell, widths[at] ?? 0, at === 0)).join("  "))
    .join("\n");
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
