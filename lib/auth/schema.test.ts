import { expect, test } from "vitest";
import { emailSchema } from "./schema";

test("an address is compared without its surroundings and in lower case", () => {
  expect(emailSchema.parse("  Anna@Acme.COM ")).toBe("anna@acme.com");
});

test.each([
  ["", "nothing"],
  ["anna", "no domain"],
  ["anna@acme.com,eve@evil.test", "two addresses"],
  ["anna@acme.com\nbcc: eve@evil.test", "a header"],
  ["Anna <anna@acme.com>", "a name beside it"],
  ["anna＠acme.com", "a look-alike of @"],
  ["аnna@acme.com", "a Cyrillic letter"],
  ["anna@acme.com\0", "a NUL"],
  [`${"a".repeat(250)}@acme.com`, "more than 254 characters"],
])("refuses %j: %s", (email) => {
  expect(emailSchema.safeParse(email).success).toBe(false);
});
