import { describe, expect, test } from "vitest";
import { closingLines, inWords, judged, sum } from "./outcome";

const green = { passed: 3, failed: [], skipped: [] };
const red = { ...green, failed: [{ name: "adds up", reason: "expected 5 to be 4" }] };
const skipping = { passed: 1, failed: [], skipped: [{ name: "as root", reason: "not root" }] };

describe("the last lines", () => {
  test("sum all runners", () => {
    expect(closingLines(sum([green, green]))).toEqual(["6 passed, 0 failed"]);
  });

  test("name what failed, and why", () => {
    expect(closingLines(sum([green, red]))).toEqual([
      "Failed: adds up (expected 5 to be 4)",
      "6 passed, 1 failed",
    ]);
  });

  test("list what was skipped above what failed and the last, which keeps its form", () => {
    expect(closingLines(sum([green, red, skipping]))).toEqual([
      "Skipped: as root (not root)",
      "1 skipped",
      "Failed: adds up (expected 5 to be 4)",
      "7 passed, 1 failed",
    ]);
  });
});

test("the line of a step counts skipped tests only when there are any", () => {
  expect(inWords(green)).toBe("3 passed, 0 failed");
  expect(inWords(skipping)).toBe("1 passed, 0 failed, 1 skipped");
});

describe("a run", () => {
  test("is what it counted", () => {
    expect(judged(green, 0)).toEqual(green);
    expect(judged(red, 1)).toEqual(red);
  });

  // Guarantees that a crash or an empty run never looks green.
  test("fails when it crashed after its last test, told nothing, or ran nothing", () => {
    expect(judged(green, 1).failed).toHaveLength(1);
    expect(judged(undefined, 0).failed).toHaveLength(1);
    expect(judged({ ...skipping, passed: 0 }, 0).failed).toHaveLength(1);
  });
});
