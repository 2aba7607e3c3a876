import { describe, expect, test } from "vitest";
import { email } from "./email";

describe("an email address", () => {
  const check = (input: string) => email(input, "en", "Enter the email address");

  test.each([
    [" Ana.Ruiz+x@Harbor.EXAMPLE ", "Ana.Ruiz+x@harbor.example"],
    ["user@münchen.de", "user@xn--mnchen-3ya.de"],
    ["mailto:ana@plaid.com", "ana@plaid.com"],
    ["<ana@plaid.com>", "ana@plaid.com"],
    ["ana＠plaid．com", "ana@plaid.com"],
    ["o'neill@plaid.com", "o'neill@plaid.com"],
  ])("%s is sent as %s", (input, value) => {
    expect(check(input)).toEqual({ value, warning: undefined });
  });

  test.each([
    "ana",
    "@plaid.com",
    "ana@",
    "ana@localhost",
    "ana@plaid..com",
    "ana..ruiz@plaid.com",
    ".ana@plaid.com",
    "a@b@plaid.com",
    "ana@1.2.3.4",
    "ana@[::1]",
    "ana ruiz@plaid.com",
    "ana@plaid.com, bo@plaid.com",
    "ana@plaid.com/x",
    "ana@-plaid.com",
  ])("%s is none", (input) => {
    expect(check(input).error).toBe("Enter an email address such as name@example.com");
  });

  test("has 254 characters at most", () => {
    const local = "a".repeat(64);
    const domain = `${"b".repeat(62)}.${"c".repeat(62)}.${"d".repeat(59)}.com`;
    expect(check(`${local}@${domain}`).error).toBeUndefined();
    expect(check(`${local}@x${domain}`).error).toBe(
      "Email address must be 254 characters or fewer",
    );
  });

  test.each([
    ["ana@homtail.com", /hotmail\.com/],
    ["ana@gmial.com", /gmail\.com/],
    ["ana@gmail.co", /gmail\.com/],
    ["ana@acme.con", /\.con$/],
    ["ana@mailinator.com", /disappear/],
    ["añа@plaid.com", /before the @/],
  ])("%s is taken with a second look", (input, warning) => {
    expect(check(input).error).toBeUndefined();
    expect(check(input).warning).toMatch(warning);
  });

  test.each(["ana@mail.com", "ana@ymail.com", "ana@gmail.com", "ana@gmx.de"])(
    "%s is a mailbox like any other",
    (input) => expect(check(input).warning).toBeUndefined(),
  );
});
