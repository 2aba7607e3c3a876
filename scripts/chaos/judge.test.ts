import { describe, expect, test } from "vitest";
import { randomFrom } from "./random";
import { type Report, shortcomings } from "./scenario";

const held: Report = {
  faults: [{ what: "killed", seen: 3, atLeast: 3 }],
  counts: [{ what: "lost", seen: 0, exactly: 0 }],
};

describe("a scenario", () => {
  test("has held when its faults were seen and nothing is beyond its goal", () => {
    expect(shortcomings(held)).toEqual([]);
  });

  test.each<[string, Report]>([
    ["without a fault", { ...held, faults: [] }],
    ["whose fault did not happen", { ...held, faults: [{ what: "killed", seen: 2, atLeast: 3 }] }],
    ["that judges nothing", { ...held, counts: [{ what: "sent", seen: 5, told: true }] }],
    ["that lost something", { ...held, counts: [{ what: "lost", seen: 1, exactly: 0 }] }],
    ["that was too slow", { ...held, counts: [{ what: "back", seen: 9, atMost: 8 }] }],
    ["that measured nothing", { ...held, counts: [{ what: "back", seen: Number.NaN, atMost: 8 }] }],
  ])("%s has failed", (_, report) => {
    expect(shortcomings(report)).toHaveLength(1);
  });
});

test("the same seed gives the same order, another one another", () => {
  const order = (seed: string) => randomFrom(seed).shuffle([...Array(50).keys()]);
  expect(order("a")).toEqual(order("a"));
  expect(order("a")).not.toEqual(order("b"));
});
