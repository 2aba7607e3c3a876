import { expect, test } from "vitest";
import { maskEmail, may } from "./model";

test.each([
  ["anna@acme.com", "a•••@acme.com"],
  ["x@acme.com", "x•••@acme.com"],
  ["a.very.long.name@acme.com", "a•••@acme.com"],
  ['"odd@quoted"@acme.com', '"•••@acme.com'],
  ["@acme.com", "•••@acme.com"],
])("shows %s as %s", (email, shown) => {
  expect(maskEmail(email)).toBe(shown);
});

test("nobody but staff has a staff member's permissions", () => {
  expect(may({ kind: "system", job: "command" }, "customer.read")).toBe(false);
});
