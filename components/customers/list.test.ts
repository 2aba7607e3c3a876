import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { countOf } from "@/components/ui/counts";
import { textsOf } from "@/lib/languages/catalogues";
import { splitAtMatches } from "./highlight";
import { banksInShort, banksSummary, matchingOf, productsInShort } from "./words";

const t = createTranslator({ ...textsOf("en"), namespace: "customers" });

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
  expect(matchingOf({ count: 1000, more: true }, t)).toBe("1,000+ customers");
  expect(banksInShort({ banksTotal: 9, banksEnabled: 7, banksAttention: 1 }, t)).toBe(
    "7/9 (1\u00a0attention)",
  );
  expect(productsInShort(["auth", "balance", "assets"])).toBe("Auth, Balance +1");
  expect(countOf(1, "customer")).toBe("1 customer");
  expect(countOf(1204, "customer")).toBe("1,204 customers");
  expect(banksSummary({ banksTotal: 9, banksEnabled: 7, banksAttention: 1 }, t)).toBe(
    "7 of 9 enabled · 1 needs attention",
  );
});
