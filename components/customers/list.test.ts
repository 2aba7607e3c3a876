import { describe, expect, test } from "vitest";
import { classicDisablement } from "./classic-disablement";
import { listAddress } from "./list-address";
import { remedyFor } from "./remedies";
import { banksSummary, countOf } from "./words";

test("the address of a list holds what it is narrowed to and nothing else", () => {
  expect(listAddress({})).toBe("/customers");
  expect(listAddress({ search: "a&b", turn: "you", status: null })).toBe(
    "/customers?q=a%26b&turn=you",
  );
});

test("numbers read as people write them", () => {
  expect(countOf(1, "customer")).toBe("1 customer");
  expect(countOf(1204, "customer")).toBe("1,204 customers");
  expect(banksSummary({ banksTotal: 9, banksEnabled: 7, banksAttention: 1 })).toBe(
    "7 of 9 enabled · 1 needs attention",
  );
});

describe("the end of connections without OAuth", () => {
  const now = Date.UTC(2026, 5, 18, 12);

  test.each([
    ["2026-12-31", "later", "Non-OAuth connections end 31 Dec 2026, in 196 days"],
    ["2026-06-30", "soon", "Non-OAuth connections end 30 Jun 2026, in 12 days"],
    ["2026-06-18", "soon", "Non-OAuth connections end 18 Jun 2026, today"],
    ["2026-06-17", "past", "Non-OAuth connections ended 17 Jun 2026"],
    ["soon", "later", "Non-OAuth connections end soon"],
  ])("%s is %s", (day, urgency, text) => {
    expect(classicDisablement(day, now)).toEqual({ urgency, text });
  });
});

describe("a bank's problem", () => {
  const error = (errorMessage: string) => ({
    errorType: "PARTNER_ERROR",
    errorCode: "OAUTH_REGISTRATION_ERROR",
    errorMessage,
    displayMessage: null,
    requestId: null,
  });

  test.each([
    ["Application logo is required", "logo"],
    ["application name must be unique", "application name"],
    ["website is unreachable", "website or support contact"],
    ["security questionnaire is missing", "questionnaire"],
  ])("“%s” has a remedy", (message, word) => {
    expect(remedyFor(error(message), "Chase")?.problem).toContain(word);
  });

  test("nobody has explained yet stays Plaid's own words", () => {
    expect(remedyFor(error("flux capacitor misaligned"), "Chase")).toBeUndefined();
  });
});
