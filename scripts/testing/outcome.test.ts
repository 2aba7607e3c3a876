import { describe, expect, test } from "vitest";
import { inWords, judged, sum } from "./outcome";

const green = { passed: 3, failed: 0, skipped: [] };
const skipping = { passed: 1, failed: 0, skipped: [{ name: "as root", reason: "not root" }] };

describe("the last line", () => {
  test("sums all runners", () => {
    expect(inWords(sum([green, { ...green, failed: 2 }]))).toBe("6 passed, 2 failed");
  });

  test("counts skipped tests only when there are any", () => {
    expect(inWords(sum([green, skipping]))).toBe("4 passed, 0 failed, 1 skipped");
  });
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
