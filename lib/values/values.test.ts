import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Language, languages } from "@/lib/languages/model";
import { applicationName } from "./application-name";
import { country } from "./country";
import { email } from "./email";
import { countryCodes } from "./model";
import { amount, currency } from "./money";
import { phone } from "./phone";
import { postalCode } from "./postal-code";
import { region } from "./region";
import { registrationNumber } from "./registration-number";
import { street } from "./street";
import { text } from "./text";
import type { Verdict } from "./verdict";
import { webAddress } from "./web-address";

const places = fc.constantFrom(...countryCodes, "", "XX");

/** Every kind of value, in every place it may belong to. */
const kinds: Record<string, fc.Arbitrary<(typed: string, language: Language) => Verdict>> = {
  text: fc.constant((typed, language) =>
    text(typed, language, { named: "City", ask: "Enter the city" }),
  ),
  "application name": fc.constant(applicationName),
  email: fc.constant((typed, language) => email(typed, language, "Enter the email address")),
  "web address": fc.constant((typed, language) =>
    webAddress(typed, language, { example: "https://example.com" }),
  ),
  phone: places.map((place) => (typed, language) => phone(typed, language, place)),
  country: fc.constant(country),
  region: places.map((place) => (typed, language) => region(typed, language, place)),
  "postal code": fc
    .record({ countryCode: places, region: fc.constantFrom("MA", "NY", "ON", "") })
    .map((at) => (typed, language) => postalCode(typed, language, at)),
  street: fc.constant(street),
  "registration number": fc.constant(registrationNumber),
  amount: fc.constant(amount),
  currency: fc.constant(currency),
};

const anyLanguage = fc.constantFrom(...languages);

/** Strings near the borders of the rules, and strings nobody would think of. */
const typed = fc.oneof(
  fc.constantFrom(
    ...["", " ", "\0", "\ud800", "x\udc00", "a\u200d", "\ufeff", "😀", "\u202emoc.live", "０１２"],
    ...["US", "us-ca", "usd", "California", "Québec", "02109", "123456789", "K1A0B1", "sw1a1aa"],
    ...["1,500.50", "2.500", "0", "$9", "+1 415 555 0132 ext. 9", "1234567890", "plaid.com"],
    ...["ana@harbor.example", "Ana@MÜNCHEN.de", "HTTP://user@x.example/", "https://a.co.uk:443"],
    ...["a".repeat(5_000), "1".repeat(5_000), "@".repeat(5_000), "a.".repeat(5_000)],
  ),
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.stringMatching(/^[\d .,()+-]{0,20}$/),
  fc.emailAddress(),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.domain(),
);

describe.each(Object.entries(kinds))("a value of the kind %s", (_, kind) => {
  test("is settled for any text, by one sentence or none that says what to do", () => {
    fc.assert(
      fc.property(kind, typed, anyLanguage, (check, input, language) => {
        const { value, error, warning } = check(input, language);
        expect(typeof value).toBe("string");
        for (const sentence of [error, warning]) if (sentence !== undefined) expectAdvice(sentence);
      }),
      { numRuns: 500 },
    );
  });

  // Guarantees that what is kept, shown and sent again is what was checked.
  test("passes again, unchanged, once it has passed", () => {
    fc.assert(
      fc.property(kind, typed, (check, input) => {
        const { value, error } = check(input, "en");
        if (error) return;
        const again = check(value, "en");
        expect([again.value, again.error]).toEqual([value, undefined]);
      }),
      { numRuns: 500 },
    );
  });
});

function expectAdvice(sentence: string) {
  expect(sentence).toMatch(/^[^\p{Ll}]/u);
  expect(sentence).not.toMatch(/\.$|\b(?:invalid|please|sorry|oops|error)\b/i);
}
