import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { seal, unseal } from "./seal";

const place = "secrets/cus_1/production";
const secret = "79g03eoofwl8240v776r2h667442119";

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: "postgres://unset.invalid/unset",
    PLAID_ENV: "emulator",
    PLAID_CLIENT_ID: "id",
    PLAID_SECRET: "secret",
    AUTH_URL: "http://localhost:3000",
    AUTH_SECRET: randomBytes(32).toString("base64"),
    SECRETS_KEYS: `new:${randomBytes(32).toString("base64")},old:${randomBytes(32).toString("base64")}`,
    SMTP_URL: "smtp://127.0.0.1:1",
    MAIL_FROM: "portal@test",
  });
});

test("what was sealed opens in its own place", () => {
  expect(unseal(seal(secret, place), place)).toBe(secret);
});

test("the sealed value does not contain the secret, and never looks the same twice", () => {
  const first = seal(secret, place);
  expect(first.includes(secret)).toBe(false);
  expect(first.equals(seal(secret, place))).toBe(false);
});

// Guarantees that a changed, moved or cut value is refused, whichever bit it is.
test("every single flipped bit is noticed", () => {
  const sealed = seal(secret, place);
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = Buffer.from(sealed);
    const at = Math.floor(bit / 8);
    changed.writeUInt8(changed.readUInt8(at) ^ (1 << (bit % 8)), at);
    expect(() => unseal(changed, place)).toThrow("could not be opened");
  }
});

test("a cut, lengthened or moved value is refused", () => {
  const sealed = seal(secret, place);
  for (let length = 0; length < sealed.length; length++) {
    expect(() => unseal(sealed.subarray(0, length), place)).toThrow("could not be opened");
  }
  expect(() => unseal(Buffer.concat([sealed, Buffer.from([0])]), place)).toThrow();
  expect(() => unseal(sealed, "secrets/cus_2/production")).toThrow("could not be opened");
});
