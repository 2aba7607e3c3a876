import { expect, test } from "vitest";
import { updatesBetween } from "./steady";

test.each([
  ["nothing has changed", "abc", "abc", 0],
  ["a row is new on top, and the last one is pushed out", "abc", "xab", 1],
  ["rows are new where there was room", "abc", "xyabc", 2],
  ["a row moved to the top", "abcd", "dabc", 1],
  ["two rows moved", "abcde", "edabc", 2],
  ["a row has left, and another has come up", "abc", "acd", 1],
  ["rows have left", "abc", "b", 2],
  ["everything is another", "abc", "xyz", 3],
  ["the first rows of an empty list", "", "ab", 2],
  ["the list is empty now", "ab", "", 2],
])("%s", (_, first, latest, updates) => {
  expect(updatesBetween([...first], [...latest])).toBe(updates);
});
