export type Skipped = { name: string; reason: string };

export type Outcome = { passed: number; failed: number; skipped: Skipped[] };

export function sum(outcomes: Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((total, { passed }) => total + passed, 0),
    failed: outcomes.reduce((total, { failed }) => total + failed, 0),
    skipped: outcomes.flatMap(({ skipped }) => skipped),
  };
}

export function inWords({ passed, failed, skipped }: Outcome): string {
  const words = `${passed} passed, ${failed} failed`;
  return skipped.length === 0 ? words : `${words}, ${skipped.length} skipped`;
}

/** What was skipped and why, how much that is, and last, always in the same form, how it went. */
export function closingLines({ passed, failed, skipped }: Outcome): string[] {
  return [
    ...skipped.map(({ name, reason }) => `Skipped: ${name} (${reason})`),
    ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
    `${passed} passed, ${failed} failed`,
  ];
}

/** A runner that crashed, or found nothing to run, has not shown that anything works. */
export function judged(counted: Outcome | undefined, exitCode: number): Outcome {
  const outcome = counted ?? { passed: 0, failed: 0, skipped: [] };
  const silent = outcome.passed + outcome.failed === 0;
  if (outcome.failed === 0 && (exitCode !== 0 || silent)) return { ...outcome, failed: 1 };
  return outcome;
}
