import { say } from "@/scripts/stack/say";
import type { Outcome } from "./outcome";
import { inWords, reasonOf } from "./outcome";

export type Step = { name: string; run(): Promise<Outcome> };

/** Failing is an outcome, too: the next step runs all the same. */
export async function runStep(step: Step): Promise<Outcome> {
  say(`\n── ${step.name}`);
  const started = performance.now();
  const outcome = await settled(step);
  say(`── ${step.name}: ${inWords(outcome)} in ${seconds(started)} s`);
  return outcome;
}

/** Runs all at once, and shows each as if it had run alone. */
export async function runTogether(steps: Step[]): Promise<Outcome[]> {
  const outcomes = steps.map((step) => {
    const started = performance.now();
    return settled(step).then((outcome) => {
      say(`── ${step.name}: ${inWords(outcome)} in ${seconds(started)} s`);
      return outcome;
    });
  });
  return Promise.all(outcomes);
}

async function settled(step: Step): Promise<Outcome> {
  try {
    return await step.run();
  } catch (error) {
    say((error as Error).message);
    return {
      passed: 0,
      failed: [{ name: step.name, reason: reasonOf(error as Error) }],
      skipped: [],
    };
  }
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1);
}
