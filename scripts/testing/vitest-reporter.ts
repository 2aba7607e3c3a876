import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";
import type { Outcome } from "./outcome";

/** Counts as vitest itself counts, and keeps the reason a test gave for skipping itself. */
export default class OutcomeReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const file = process.env.VESTIBULE_OUTCOME;
    if (!file) return;
    const outcome: Outcome = { passed: 0, failed: unhandled.length, skipped: [] };
    for (const module of modules) count(module, outcome);
    writeFileSync(file, JSON.stringify(outcome));
  }
}

function count(module: TestModule, outcome: Outcome): void {
  // A file that cannot be loaded, or whose set-up throws, has no failed test to show for it.
  outcome.failed += module.errors().length;
  for (const suite of module.children.allSuites()) outcome.failed += suite.errors().length;
  for (const test of module.children.allTests()) {
    const result = test.result();
    if (result.state === "passed") outcome.passed += 1;
    else if (result.state === "failed") outcome.failed += 1;
    else {
      const reason = "note" in result ? result.note : undefined;
      outcome.skipped.push({ name: test.fullName, reason: reason ?? "no reason given" });
    }
  }
}
