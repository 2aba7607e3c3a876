import { expect, test } from "vitest";
import { medianOf } from "./model";

test.each([
  [[], null],
  [[{ value: 5, n: 1 }], 5],
  [
    [
      { value: 9, n: 1 },
      { value: 2, n: 1 },
    ],
    2,
  ],
  [
    [
      { value: 9, n: 1 },
      { value: 2, n: 1 },
      { value: 4, n: 1 },
    ],
    4,
  ],
  [
    [
      { value: 1, n: 100 },
      { value: 90, n: 3 },
    ],
    1,
  ],
  [
    [
      { value: 1, n: 2 },
      { value: 90, n: 3 },
    ],
    90,
  ],
  [[{ value: 3, n: 0 }], null],
])("of %j the middle is %j", (values, median) => {
  expect(medianOf(values)).toBe(median);
});
