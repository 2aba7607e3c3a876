import { expect, test } from "vitest";
import { createSearch } from "./leaks";

const value = "79g03eoofwl8240v776r2h667442119";
const search = createSearch([
  { name: "the secret", value },
  { name: "another", value: "0".repeat(31) },
]);

const planted: [string, string][] = [
  ["plain", `{"level":30,"secret":"${value}"}`],
  ["in an address", `GET /reveal?secret=${encodeURIComponent(value)}`],
  ["hexadecimal", `\\x${Buffer.from(`PLAID_SECRET=${value}`).toString("hex")}`],
  ["hexadecimal, upper case", Buffer.from(value).toString("hex").toUpperCase()],
  ["Base64", Buffer.from(value).toString("base64")],
  ["Base64 after one byte", Buffer.from(`{${value}}`).toString("base64")],
  ["Base64 after two bytes", Buffer.from(`{"${value}"}`).toString("base64url")],
  ["two bytes per character", Buffer.from(value, "utf16le").toString("latin1")],
  ["two bytes, hexadecimal", Buffer.from(value, "utf16le").toString("hex")],
];

test.each(planted)("a planted value is found %s", (_, text) => {
  expect(search(`before ${text} after`)).toEqual([expect.stringMatching(/^the secret \(/)]);
});

test("what is not there is not found", () => {
  expect(
    search(`${value.slice(0, 15)} ${value.slice(16)} ${[...value].toReversed().join("")}`),
  ).toEqual([]);
  expect(search("")).toEqual([]);
});
