import { describe, expect, test } from "vitest";
import { decodeCursor, encodeCursor } from "./cursor";

describe("a cursor", () => {
  test("comes back as it went, microseconds included", () => {
    const cursor = { micros: "1795235902245123", id: "cus_01a1fc67848375d1ac9d799527fd4ad9" };
    expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
  });

  test("survives an address unchanged", () => {
    const text = encodeCursor({ micros: "0", id: "cus_a" });
    expect(encodeURIComponent(text)).toBe(text);
  });

  test.each([
    null,
    "",
    "x",
    "%%%",
    Buffer.from("12.cus_a' or 1=1").toString("base64url"),
    Buffer.from("99999999999999999.cus_a").toString("base64url"),
    Buffer.from("-1.cus_a").toString("base64url"),
    Buffer.from("12.").toString("base64url"),
    Buffer.from("12.a\0b").toString("base64url"),
  ])("that is not one of ours (%j) means the first page", (text) => {
    expect(decodeCursor(text)).toBeUndefined();
  });
});
