import { expect, test } from "vitest";
import { asTable, figure, median } from "./figures";

test("a median is the middle, or between the two in the middle", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([7])).toBe(7);
});

test("the table says which goals were missed", () => {
  const list = figure({ name: "List", unit: "ms", base: 8, measured: 9, limit: 1.25 });
  const search = figure({ name: "Search", unit: "ms", base: 8, measured: 12, limit: 1.25 });

  const [, first, second] = asTable([list, search]).split("\n");
  expect(first).toMatch(/^List\s+8\.00 ms\s+9\.00 ms\s+1\.13\s+≤ 1\.25\s+met$/);
  expect(second).toMatch(/^Search\s+8\.00 ms\s+12\.00 ms\s+1\.50\s+≤ 1\.25\s+MISSED$/);
});
