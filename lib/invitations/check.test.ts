import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressWarning, checkAddress, checkInvitation, type InvitationInput } from "./check";
import { MESSAGE_LENGTH_MAX } from "./model";

const DAY_MS = 86_400_000;
const day = (offset: number) => new Date(Date.now() + offset * DAY_MS).toISOString().slice(0, 10);

const usual: InvitationInput = {
  name: "Ana Ruiz",
  email: "ana@acme.com",
  fillers: { company: "customer", products: "us", logo: "either" },
  acceptsAddendum: false,
  message: "",
  language: "en",
  dueOn: "",
  lifetimeDays: "14",
};

const check = (changes: object) => checkInvitation({ ...usual, ...changes });
const errorsOf = (changes: object) => {
  const checked = check(changes);
  return checked.ok ? {} : checked.error.errors;
};

test("what is typed is kept in one form", () => {
  const typed = {
    name: "  Ana   Ruiz ",
    email: " Ana@ACME.com ",
    message: "Hello Ana,\r\nthank you\r\n",
    dueOn: day(3),
  };
  expect(check(typed)).toEqual({
    ok: true,
    value: {
      ...usual,
      name: "Ana Ruiz",
      email: "ana@acme.com",
      message: "Hello Ana,\nthank you",
      dueOn: day(3),
      lifetimeDays: 14,
    },
  });
  expect(check({})).toMatchObject({ value: { dueOn: null } });
});

describe("is refused beside its field:", () => {
  test.each<[string, object]>([
    ["name", { name: "  " }],
    ["name", { name: "a".repeat(201) }],
    ["name", { name: "Ana\u0000" }],
    ["email", { email: "" }],
    ["email", { email: "ana@" }],
    ["email", { email: "ana@acme.com, eve@evil.test" }],
    ["email", { email: "ana@acme.com\r\nBcc: eve@evil.test" }],
    ["email", { email: "Ana <ana@acme.com>" }],
    ["fillers", { fillers: { company: "us", support: "us" } }],
    ["fillers", { fillers: {} }],
    ["fillers", { fillers: { company: "nobody" } }],
    ["fillers", { fillers: { attestations: "customer" } }],
    ["message", { message: "é".repeat(MESSAGE_LENGTH_MAX + 1) }],
    ["message", { message: "Hello\u0007" }],
    ["message", { message: "Hello\ud800" }],
    ["dueOn", { dueOn: day(-2) }],
    ["dueOn", { dueOn: "next week" }],
    ["dueOn", { dueOn: "2027-02-30" }],
    ["lifetimeDays", { lifetimeDays: "0" }],
    ["lifetimeDays", { lifetimeDays: "91" }],
    ["lifetimeDays", { lifetimeDays: "1.5" }],
    ["lifetimeDays", { lifetimeDays: "" }],
    ["lifetimeDays", { lifetimeDays: "two weeks" }],
    ["language", { language: "de" }],
  ])("%s of %j", (field, changes) => {
    expect(errorsOf(changes)).toEqual({
      [field]: expect.stringMatching(/^(?!.*invalid)[A-Z].+\w$/i),
    });
  });

  test("every field at once", () => {
    const wrong = { name: "", email: "", fillers: {}, dueOn: "x", lifetimeDays: "x" };
    expect(Object.keys(errorsOf(wrong))).toEqual(Object.keys(wrong));
  });
});

test.each([
  ["the whole length of a message", { message: "🙂".repeat(MESSAGE_LENGTH_MAX) }],
  ["a message of several lines", { message: "Hello\n\n\tone\ntwo" }],
  ["a name of another script", { name: "محمد بن سلمان 山田" }],
  ["one day and ninety", { lifetimeDays: "1" }],
  ["ninety days", { lifetimeDays: 90 }],
  ["a due date of today", { dueOn: day(0) }],
  ["one section that either may fill in", { fillers: { logo: "either" } }],
])("takes %s", (_, changes) => {
  expect(errorsOf(changes)).toEqual({});
});

test("whatever an address is typed as, one plain address in lower case is kept, or none", () => {
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), fc.string()), (typed) => {
      const checked = checkAddress({ email: typed });
      if (!checked.ok) return;
      const { email } = checked.value;
      expect(email).toMatch(/^[^\s@,;<>]+@[^\s@,;<>]+$/u);
      expect(email).toBe(email.toLowerCase());
      expect(checkAddress({ email })).toEqual({ ok: true, value: { email } });
    }),
  );
});

test("an address that is probably mistyped is asked about", () => {
  expect(addressWarning("ana@gmial.com")).toMatch(/gmail\.com/);
  expect(addressWarning("ana@acme.com")).toBeUndefined();
});
