import { expect, test } from "vitest";
import { asTable, figure, isMeasured, median, p95 } from "./figures";

test("a median is the middle, or between the two in the middle", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([7])).toBe(7);
});

test("95 of 100 do not exceed the 95th percentile", () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(p95(hundred)).toBe(95);
  expect(p95([10, 9, 100])).toBe(100);
});

test("the table says which goals were missed", () => {
  const most = { unit: "ms", base: 8, goal: { atMost: 1.25 } } as const;
  const least = { unit: "/s", base: 100, goal: { atLeast: 0.7 } } as const;
  const figures = [
    figure({ name: "List", ...most, measured: 9 }),
    figure({ name: "Search", ...most, measured: 12 }),
    figure({ name: "Rate", ...least, measured: 70 }),
    figure({ name: "Slow", ...least, measured: 60 }),
    figure({ name: "Told", ...most, measured: 80, goal: null }),
  ];

  const [, ...lines] = asTable(figures).split("\n");
  expect(lines[0]).toMatch(/^List\s+8\.00 ms\s+9\.00 ms\s+1\.13\s+≤ 1\.25\s+met$/);
  expect(lines[1]).toMatch(/^Search\s+8\.00 ms\s+12\.00 ms\s+1\.50\s+≤ 1\.25\s+MISSED$/);
  expect(lines[2]).toMatch(/^Rate\s+100\.00 \/s\s+70\.00 \/s\s+0\.70\s+≥ 0\.7\s+met$/);
  expect(lines[3]).toMatch(/^Slow\s+100\.00 \/s\s+60\.00 \/s\s+0\.60\s+≥ 0\.7\s+MISSED$/);
  expect(lines[4]).toMatch(/^Told\s+8\.00 ms\s+80\.00 ms\s+10\.00\s+–\s*$/);
});

test("nothing measured is no figure", () => {
  const given = { name: "List", unit: "ms", goal: null } as const;
  expect(isMeasured(figure({ ...given, base: 8, measured: 9 }))).toBe(true);
  expect(isMeasured(figure({ ...given, base: 8, measured: median([]) }))).toBe(false);
  expect(isMeasured(figure({ ...given, base: 0, measured: 9 }))).toBe(false);
});
