import { expect, test } from "vitest";
import { runsOf } from "./sparkline";

test("a week without a value interrupts the line", () => {
  const runs = runsOf([10, 5, null, 0], { most: 10, height: 64 });
  expect(runs).toEqual([
    [
      { x: 0, y: 0 },
      { x: 32, y: 32 },
    ],
    [{ x: 96, y: 64 }],
  ]);
});
