import { expect, test } from "vitest";
import { readFilter } from "./read-filter";

test("an address becomes a filter", () => {
  expect(readFilter({ q: " acme ", status: "ACTIVE", turn: "you", after: "x" })).toEqual({
    search: "acme",
    status: "ACTIVE",
    turn: "you",
    after: "x",
    before: null,
  });
});

test("what makes no sense is left out", () => {
  expect(readFilter({ q: ["a", "b"], status: "", turn: "everybody" })).toEqual({
    search: "a",
    status: null,
    turn: null,
    after: null,
    before: null,
  });
  expect(readFilter({ q: "x".repeat(10_000) }).search).toHaveLength(200);
});
