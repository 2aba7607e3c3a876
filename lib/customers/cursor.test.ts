import { describe, expect, test } from "vitest";
import { decodeCursor, encodeCursor } from "./cursor";

const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("a cursor", () => {
  test.each([
    { key: "1795235902245123", id: "cus_01a1fc67848375d1ac9d799527fd4ad9" },
    { key: '\u{10ffff}株式会社 "x"', id: "a" },
  ])("comes back as it went (%j)", (cursor) => {
    expect(decodeCursor("name", encodeCursor("name", cursor))).toEqual(cursor);
  });

  test("survives an address unchanged", () => {
    const text = encodeCursor("name", { key: "é", id: "cus_a" });
    expect(encodeURIComponent(text)).toBe(text);
  });

  test("of another order means the first page", () => {
    const text = encodeCursor("name", { key: "a", id: "b" });
    expect(decodeCursor("since", text)).toBeUndefined();
  });

  test.each([
    null,
    "",
    "x",
    "%%%",
    written({ 0: "name", 1: "a", 2: "b" }),
    written(["name", "a"]),
    written(["name", "a", ""]),
    written(["name", 1, "b"]),
    written(["name", "a\0", "b"]),
    written(["name", "a", "b", "c"]),
    written(["name", "a".repeat(1000), "b"]),
  ])("that is not one of ours (%j) means the first page", (text) => {
    expect(decodeCursor("name", text)).toBeUndefined();
  });
});
