import { describe, expect, test } from "vitest";
import { classicDisablement } from "./classic-disablement";
import { splitAtMatches } from "./highlight";
import { remedyFor } from "./remedies";
import { banksInShort, banksSummary, countOf, matchingOf, productsInShort } from "./words";

test("what a search found is marked as it is written", () => {
  const marked = (text: string, ...words: string[]) =>
    splitAtMatches(text, words)
      .map(({ part, found }) => (found ? `[${part}]` : part))
      .join("");
  expect(marked("Härbor Pay Inc.", "harb", "i")).toBe("[Härb]or Pay [I]nc.");
  expect(marked("Smith-Jones & Smithers", "smith")).toBe("[Smith]-Jones & [Smith]ers");
  expect(marked("株式会社アクメ", "株式")).toBe("[株式]会社アクメ");
  expect(marked("Harbor", "arb")).toBe("Harbor");
  expect(marked("Harbor", "harbormaster")).toBe("Harbor");
});

test("numbers read as people write them", () => {
  expect(matchingOf({ count: 1000, more: true })).toBe("1,000+ customers");
  expect(banksInShort({ banksTotal: 9, banksEnabled: 7, banksAttention: 1 })).toBe(
    "7/9 (1 attention)",
  );
  expect(productsInShort(["auth", "balance", "assets"])).toBe("Auth, Balance +1");
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
