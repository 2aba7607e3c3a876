import { describe, expect, test } from "vitest";
import { registrationNumber } from "./registration-number";

describe("a registration number", () => {
  test.each([
    ["3510", "3510"],
    ["#5 536", "5536"],
    ["１２３", "123"],
  ])("%s is sent as %s", (input, value) =>
    expect(registrationNumber(input, "en")).toEqual({ value }),
  );

  test.each(["12345678901", "FDIC 3510", "12a"])("%s is none", (input) =>
    expect(registrationNumber(input, "en").error).toMatch(/in digits, 10 or fewer$/),
  );

  test("a bank may leave it out, and is asked", () => {
    expect(registrationNumber("", "en").error).toBeUndefined();
    expect(registrationNumber("", "en").warning).toMatch(/^Plaid asks banks/);
  });
});
