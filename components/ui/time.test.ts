import { expect, test } from "vitest";
import { formatInstant } from "./time";

test("an exact instant is written the same for everybody", () => {
  expect(formatInstant(new Date("2026-12-05T14:02:59Z"))).toBe("5 Dec 2026, 14:02 UTC");
});
