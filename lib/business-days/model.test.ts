import { describe, expect, test } from "vitest";
import { businessDaysSince, shiftBusinessDays } from "./model";

const LA = "America/Los_Angeles";
const later = (at: string, days: number, zone = LA) =>
  shiftBusinessDays(new Date(at), days, zone).toISOString();

describe("business days", () => {
  test.each([
    ["within a week", "2026-11-16T18:00:00Z", 3, "2026-11-19T18:00:00.000Z"],
    ["over a weekend", "2026-11-19T18:00:00Z", 3, "2026-11-24T18:00:00.000Z"],
    ["from Friday", "2026-11-20T23:30:00Z", 1, "2026-11-23T23:30:00.000Z"],
    ["from a Saturday they begin on Monday", "2026-11-21T18:00:00Z", 1, "2026-11-24T08:00:00.000Z"],
    ["two weeks are ten", "2026-11-17T18:00:00Z", 10, "2026-12-01T18:00:00.000Z"],
    ["backwards over a weekend", "2026-11-24T18:00:00Z", -3, "2026-11-19T18:00:00.000Z"],
    ["over a change of clocks", "2026-10-30T18:00:00Z", 1, "2026-11-02T19:00:00.000Z"],
  ])("%s", (_, from, days, to) => {
    expect(later(from, days)).toBe(to);
  });

  test("the weekend begins when it begins in the time zone that is asked about", () => {
    // Saturday 02:00 in London, still Friday evening in San Francisco.
    const at = "2026-11-21T02:00:00Z";
    expect(later(at, 1, LA)).toBe("2026-11-24T02:00:00.000Z");
    expect(later(at, 1, "Europe/London")).toBe("2026-11-24T00:00:00.000Z");
    expect(later(at, 1, "Asia/Kolkata")).toBe("2026-11-23T18:30:00.000Z");
  });

  test.each([
    ["2026-11-19T18:00:00Z", "2026-11-24T17:59:59Z", 2],
    ["2026-11-19T18:00:00Z", "2026-11-24T18:00:00Z", 3],
    ["2026-11-21T10:00:00Z", "2026-11-22T23:00:00Z", 0],
    ["2026-11-20T18:00:00Z", "2026-11-22T23:00:00Z", 0],
  ])("from %s to %s whole ones went by: %i", (from, to, days) => {
    expect(businessDaysSince(new Date(from), new Date(to))).toBe(days);
  });

  test("there and back is where it was, on any working hour of a year", () => {
    for (let day = 0; day < 365; day += 1) {
      const at = new Date(Date.UTC(2026, 0, 1 + day, 20));
      if ([0, 6].includes(at.getUTCDay())) continue;
      const there = shiftBusinessDays(at, 4);
      expect(shiftBusinessDays(there, -4).toISOString()).toBe(at.toISOString());
      expect(businessDaysSince(at, there)).toBe(4);
    }
  });
});
