import { describe, expect, test } from "vitest";
import { closingLines, inWords, judged, sum } from "./outcome";

const green = { passed: 3, failed: 0, skipped: [] };
const skipping = { passed: 1, failed: 0, skipped: [{ name: "as root", reason: "not root" }] };

describe("the last lines", () => {
  test("sum all runners", () => {
    expect(closingLines(sum([green, { ...green, failed: 2 }]))).toEqual(["6 passed, 2 failed"]);
  });

  test("list what was skipped above the last, which keeps its form", () => {
    expect(closingLines(sum([green, skipping]))).toEqual([
      "Skipped: as root (not root)",
      "1 skipped",
      "4 passed, 0 failed",
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
    expect(judged({ ...green, failed: 2 }, 1).failed).toBe(2);
  });

  // Guarantees that a crash or an empty run never looks green.
  test("fails when it crashed after its last test, told nothing, or ran nothing", () => {
    expect(judged(green, 1).failed).toBe(1);
    expect(judged(undefined, 0).failed).toBe(1);
    expect(judged({ passed: 0, failed: 0, skipped: skipping.skipped }, 0).failed).toBe(1);
  });
});
