import { Secret, TOTP } from "otpauth";
import { expect, test } from "vitest";
import { newTotpSecret, readDigits, stepOf, totpUri } from "./totp";

const secret = newTotpSecret();
const AT = 1_763_769_615_000;
const STEP = Math.floor(AT / 30_000);

function codeAt(timestamp: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

test("a code counts in its own step, the one before and the one after, and in no other", () => {
  const steps = [-2, -1, 0, 1, 2].map((step) => stepOf(secret, codeAt(AT + step * 30_000), AT));
  expect(steps).toEqual([undefined, STEP - 1, STEP, STEP + 1, undefined]);
});

test("a code of the published test vectors is right", () => {
  // RFC 6238, appendix B: 59 s after the epoch, the last six digits of 94287082.
  const published = Secret.fromLatin1("12345678901234567890").base32;
  expect(stepOf(published, "287082", 59_000)).toBe(1);
});

test("each secret has 160 bits of its own", () => {
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpSecret()).not.toBe(secret);
});

test.each([
  ["123456", "123456"],
  [" 123 456 ", "123456"],
  ["123-456", "123456"],
  ["１２３４５６", "123456"],
  ["12345", undefined],
  ["1234567", undefined],
  ["12345a", undefined],
  ["", undefined],
])("%j is read as %s", (typed, digits) => {
  expect(readDigits(typed)).toBe(digits);
});

test("an app is told whose account it is, and where", () => {
  const uri = new URL(totpUri(secret, "ann+a@acme.com"));
  expect(decodeURIComponent(uri.pathname)).toContain("Vestibule:ann+a@acme.com");
  expect(uri.searchParams.get("secret")).toBe(secret);
});
