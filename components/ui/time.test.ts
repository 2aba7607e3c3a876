import { describe, expect, test } from "vitest";
import { formatInstant, relative } from "./time";

describe("relative", () => {
  test.each([
    [0, "just now"],
    [-59_000, "just now"],
    [-120_000, "2 min ago"],
    [-3_600_000, "1 hour ago"],
    [-2 * 86_400_000, "2 days ago"],
    [3 * 3_600_000, "in 3 hours"],
    [-7 * 86_400_000, undefined],
  ])("says %i ms as %s", (difference, words) => {
    expect(relative(difference)).toBe(words);
  });
});

test("an exact instant is written the same for everybody", () => {
  expect(formatInstant(new Date("2026-12-05T14:02:59Z"))).toBe("5 Dec 2026, 14:02 UTC");
});
