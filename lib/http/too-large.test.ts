import { expect, test } from "vitest";
import { hidesSize, isTooLarge } from "./too-large";

const form = "multipart/form-data; boundary=x";

test.each([
  [form, "5200000", false],
  [form, "5200001", true],
  ["Multipart/Form-Data; boundary=x", "5000000", false],
  ["application/json", "100000", false],
  ["application/json", "100001", true],
  ["text/plain; note=multipart/form-data", "100001", true],
  [undefined, "100001", true],
  [undefined, undefined, false],
  [form, "many", true],
])("a body of %s and %s bytes: refused %s", (type, length, refused) => {
  const headers = new Headers();
  if (type) headers.set("content-type", type);
  if (length) headers.set("content-length", length);
  expect(isTooLarge(headers)).toBe(refused);
});

test("a body that does not say its size is told apart from none", () => {
  expect(hidesSize(new Headers())).toBe(false);
  expect(hidesSize(new Headers({ "content-length": "5" }))).toBe(false);
  expect(hidesSize(new Headers({ "transfer-encoding": "chunked" }))).toBe(true);
  const forwarded = { "transfer-encoding": "chunked", "x-action-forwarded": "1" };
  expect(hidesSize(new Headers(forwarded))).toBe(false);
});
