import type { Lifetime } from "@/scripts/stack/lifetime";
import type { Random } from "./random";

/** What a scenario is given; everything it starts it starts through `lifetime`. */
export type Setting = {
  random: Random;
  /** The short form that `npm test` runs: the same faults, fewer of them. */
  smoke: boolean;
  /** Empty, and this scenario's alone. */
  dataDir: string;
  lifetime: Lifetime;
  /** A line on the terminal under the scenario's name. */
  note: (line: string) => void;
};

/** Something that was done to the product, and how often it was seen to have happened. */
type Fault = { what: string; seen: number; atLeast: number };

/** Something that was counted afterwards, and the most or least it may be. */
export type Count = { what: string; seen: number; unit?: "s" | "ms" } & (
  | { atMost: number }
  | { atLeast: number }
  | { exactly: number }
  | { told: true }
);

export type Report = { faults: Fault[]; counts: Count[] };

export type Scenario = {
  /** One word, as in `--only`. */
  name: string;
  /** One sentence: what is done, and what must hold. */
  about: string;
  /** Why it cannot run on this machine, if it cannot. */
  unable?: () => string | undefined;
  run: (setting: Setting) => Promise<Report>;
};

/** A scenario whose fault did not happen has shown nothing. */
export function shortcomings({ faults, counts }: Report): string[] {
  return [
    ...(faults.length === 0 ? ["no fault was made"] : []),
    ...(counts.every((count) => "told" in count) ? ["nothing was judged"] : []),
    ...faults
      .filter(({ seen, atLeast }) => !(seen >= atLeast))
      .map(({ what, seen, atLeast }) => `${what}: seen ${seen}, at least ${atLeast} were meant`),
    ...counts.filter((count) => !holds(count)).map((count) => `${count.what}: ${count.seen}`),
  ];
}

export function holds(count: Count): boolean {
  if ("atMost" in count) return count.seen <= count.atMost;
  if ("atLeast" in count) return count.seen >= count.atLeast;
  return "told" in count || count.seen === count.exactly;
}
