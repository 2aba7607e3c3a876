import { describe, expect, test } from "vitest";
import { amount, currency } from "./money";

describe("an amount", () => {
  test.each([
    ["2,500,000.00", "2500000"],
    ["2 500 000", "2500000"],
    ["2\u202f500\u202f000,50", "2500000.5"],
    ["2.500.000,50", "2500000.5"],
    ["2'500'000", "2500000"],
    ["2\u2019500\u2019000", "2500000"],
    ["25,00,000", "2500000"],
    ["$2,500", "2500"],
    ["2500 €", "2500"],
    ["0012.50", "12.5"],
    ["0.50", "0.5"],
    ["2,50", "2.5"],
    ["10000000000000", "10000000000000"],
  ])("%s is sent as %s", (input, value) => {
    expect(amount(input, "en")).toEqual({ value, warning: undefined });
  });

  test("the reading of a lone point before three digits is shown", () => {
    expect(amount("2.500", "en").warning).toMatch(/^Read as 2,500\./);
  });

  test.each([
    ["", "Enter the assets under management"],
    ["0", "Enter an amount above 0"],
    ["0.00", "Enter an amount above 0"],
    ["-5", "Enter an amount in digits, such as 2,500,000"],
    ["2.5M", "Enter an amount in digits, such as 2,500,000"],
    ["1e9", "Enter an amount in digits, such as 2,500,000"],
    ["0.500", "Enter an amount in digits, such as 2,500,000"],
    ["2,5,00", "Enter an amount in digits, such as 2,500,000"],
    ["1000000000000000", "Enter an amount of 15 digits or fewer"],
  ])("%s is none", (input, error) => expect(amount(input, "en").error).toBe(error));

  test("above ten trillion it is worth a second look", () => {
    expect(amount("10000000000001", "en").warning).toMatch(/10 trillion/);
  });
});

test("a currency is one of ISO 4217", () => {
  expect(currency(" usd", "en")).toEqual({ value: "USD" });
  for (const other of ["", "US", "ZZZ", "dollars"]) {
    expect(currency(other, "en").error).toBe("Enter a currency code of three letters, such as USD");
  }
});
