import { describe, expect, test } from "vitest";
import { ago, dateOf, dayOf, relative } from "./model";

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

test("within a sentence a week is the end of counting", () => {
  const now = Date.parse("2026-12-05T12:00:00Z");
  expect(ago("2026-12-03T12:00:00Z", now)).toBe("2 days ago");
  expect(ago("2026-11-25T12:00:00Z", now)).toBe("on 25 Nov");
});

test.each([
  ["2026-12-05", "5 Dec 2026"],
  ["2026-12-05T23:59:00Z", "5 Dec 2026"],
  ["soon", "soon"],
])("the date of %s is %s", (at, words) => {
  expect(dateOf(at)).toBe(words);
});

test("days are written as Intl writes them in British English", () => {
  const [day, date] = [{ day: "numeric", month: "short" }, { dateStyle: "medium" }] as const;
  const written = (parts: Intl.DateTimeFormatOptions, at: string) =>
    new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: "UTC" }).format(new Date(at));
  for (let month = 1; month <= 12; month++) {
    const at = `2026-${String(month).padStart(2, "0")}-05T00:30:00Z`;
    expect(dayOf(at)).toBe(written(day, at));
    expect(dateOf(at)).toBe(written(date, at));
  }
});
