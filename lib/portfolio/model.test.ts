import fc from "fast-check";
import { expect, test } from "vitest";
import { turns } from "@/lib/statuses/model";
import {
  type CustomerFilter,
  everything,
  isCounted,
  pageSizes,
  readFilter,
  sorts,
  writeFilter,
} from "./model";

const read = (address: string) => readFilter(Object.fromEntries(new URLSearchParams(address)));

test("an address becomes a filter", () => {
  const address =
    "q=+acme+&turn=you&status=ACTIVE&bank=ins_56:ATTENTION_REQUIRED&owner=me&stuck=7&sort=since&size=25&after=x";
  expect(read(address)).toEqual({
    ...everything,
    search: "acme",
    turn: "you",
    status: "ACTIVE",
    bank: { institutionId: "ins_56", status: "ATTENTION_REQUIRED" },
    owner: "me",
    stuck: 7,
    sort: "since",
    size: 25,
    after: "x",
  });
});

test.each([
  "turn=everybody",
  "bank=ins_56",
  "bank=:",
  "created=2026-13-01",
  "created=yesterday",
  "stuck=0",
  "stuck=1.5",
  "stuck=99999",
  "sort=size",
  "size=1000000",
  "status=",
  "q=%00",
])("%s makes no sense and is left out", (address) => {
  expect(read(address)).toEqual(everything);
});

test("of several values the first counts, and a long one is cut", () => {
  expect(readFilter({ q: ["a", "b"] }).search).toBe("a");
  expect(readFilter({ q: "x".repeat(10_000) }).search).toHaveLength(200);
});

test("every filter comes back from its address", () => {
  const text = fc
    .string({ minLength: 1, maxLength: 20, unit: "grapheme" })
    .map((typed) => typed.replaceAll("\0", "").trim());
  const name = fc.stringMatching(/^[\w-]{1,20}$/);
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const word = maybe(text.filter((typed) => typed !== ""));
  const filters: fc.Arbitrary<CustomerFilter> = fc.record({
    search: text,
    turn: maybe(fc.constantFrom(...turns)),
    status: word,
    owner: word,
    country: word,
    product: word,
    bank: maybe(fc.record({ institutionId: name, status: name })),
    created: maybe(fc.constantFrom("2026-11-01", "1999-01-31")),
    stuck: maybe(fc.integer({ min: 1, max: 3650 })),
    sort: fc.constantFrom(...sorts),
    size: fc.constantFrom(...pageSizes),
    after: word,
    before: word,
  });
  fc.assert(
    fc.property(filters, (filter) => {
      expect(read(writeFilter(filter))).toEqual(filter);
    }),
  );
});

test("a list narrowed by turn and status alone has an exact count", () => {
  expect(isCounted({ ...everything, turn: "you", status: "DRAFT", sort: "name", after: "x" })).toBe(
    true,
  );
  expect(isCounted({ ...everything, stuck: 3 })).toBe(false);
  expect(isCounted({ ...everything, search: "a" })).toBe(false);
});
