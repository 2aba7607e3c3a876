import { expect, test } from "vitest";
import { formatCount } from "./counts";

test.each([0, 7, 999, 1_000, 65_536, 100_000, 1_234_567, -1_204])(
  "%i is written as Intl writes it",
  (count) => {
    expect(formatCount(count)).toBe(new Intl.NumberFormat("en-US").format(count));
  },
);
