import { writeFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

export type Skipped = { name: string; reason: string };

/** What failed, and the first line of why. */
export type Failed = { name: string; reason: string };

export type Outcome = { passed: number; failed: Failed[]; skipped: Skipped[] };

export function sum(outcomes: Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((total, { passed }) => total + passed, 0),
    failed: outcomes.flatMap(({ failed }) => failed),
    skipped: outcomes.flatMap(({ skipped }) => skipped),
  };
}

export function inWords({ passed, failed, skipped }: Outcome): string {
  const words = `${passed} passed, ${failed.length} failed`;
  return skipped.length === 0 ? words : `${words}, ${skipped.length} skipped`;
}

/** What was skipped and why, what failed, and last, always in the same form, how it went. */
export function closingLines({ passed, failed, skipped }: Outcome): string[] {
  return [
    ...skipped.map(({ name, reason }) => `Skipped: ${name} (${reason})`),
    ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
    // Where only the end of a long log is kept, this is what has to be in it.
    ...failed.map(({ name, reason }) => `Failed: ${name} (${reason})`),
    `${passed} passed, ${failed.length} failed`,
  ];
}

/** A runner that crashed, or found nothing to run, has not shown that anything works. */
export function judged(counted: Outcome | undefined, exitCode: number): Outcome {
  const outcome = counted ?? { passed: 0, failed: [], skipped: [] };
  const silent = outcome.passed + outcome.failed.length === 0;
  if (outcome.failed.length > 0 || (exitCode === 0 && !silent)) return outcome;
  const reason = silent ? "it ran no test" : `it ended with exit status ${exitCode}`;
  return { ...outcome, failed: [{ name: "the runner itself", reason }] };
}

/** For the runner of all tests, where one asked for it. */
export function writeOutcome(outcome: Outcome): void {
  const file = process.env.VESTIBULE_OUTCOME;
  if (file) writeFileSync(file, JSON.stringify(outcome));
}

/** The first line of an error's message, without a terminal's colours. */
export function reasonOf(error: { message?: string | undefined } | undefined): string {
  const [line = ""] = stripVTControlCharacters(error?.message ?? "")
    .trim()
    .split("\n");
  return line || "no reason given";
}
