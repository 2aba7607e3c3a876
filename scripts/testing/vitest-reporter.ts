import path from "node:path";
import type { Reporter, SerializedError, TestModule } from "vitest/node";
import { type Failed, type Outcome, reasonOf, writeOutcome } from "./outcome";

/** Counts as vitest itself counts, and keeps the reason a test gave for skipping itself. */
export default class OutcomeReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const failed = unhandled.map((error) => failure("outside of any test", error));
    const outcome: Outcome = { passed: 0, failed, skipped: [] };
    for (const module of modules) count(module, outcome);
    writeOutcome(outcome);
  }
}

function count(module: TestModule, outcome: Outcome): void {
  const file = path.relative(process.cwd(), module.moduleId);
  // A file that cannot be loaded, or whose set-up throws, has no failed test to show for it.
  for (const part of [module, ...module.children.allSuites()]) {
    const name = "fullName" in part ? part.fullName : file;
    outcome.failed.push(...part.errors().map((error) => failure(name, error)));
  }
  let notRun = 0;
  for (const test of module.children.allTests()) {
    const result = test.result();
    if (result.state === "passed") outcome.passed += 1;
    else if (result.state === "failed") {
      outcome.failed.push(failure(test.fullName, result.errors[0]));
    } else {
      const reason = "note" in result ? result.note : undefined;
      // Nobody asked to skip it: the set-up before it failed, or its process died.
      if (reason === undefined && test.options.mode === "run") notRun += 1;
      else outcome.skipped.push({ name: test.fullName, reason: reason ?? "no reason given" });
    }
  }
  if (notRun > 0) outcome.failed.push({ name: file, reason: `${notRun} of its tests did not run` });
}

function failure(name: string, error: SerializedError | undefined): Failed {
  return { name, reason: reasonOf(error) };
}
