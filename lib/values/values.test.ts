import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applicationName } from "./application-name";
import { country } from "./country";
import { email } from "./email";
import { countryCodes } from "./model";
import { amount, currency } from "./money";
import { phone } from "./phone";
import { postalCode } from "./postal-code";
import { products } from "./products";
import { region } from "./region";
import { registrationNumber } from "./registration-number";
import { street } from "./street";
import { plain, text, tidy } from "./text";
import type { Verdict } from "./verdict";
import { webAddress } from "./web-address";

const places = fc.constantFrom(...countryCodes, "", "XX");

/** Every kind of value, in every place it may belong to. */
const kinds: Record<string, fc.Arbitrary<(typed: string) => Verdict>> = {
  text: fc.constant((typed) => text(typed, { label: "City", ask: "Enter the city" })),
  "application name": fc.constant(applicationName),
  email: fc.constant((typed) => email(typed, "Enter the email address")),
  "web address": fc.constant((typed) => webAddress(typed, { example: "https://example.com" })),
  phone: places.map((place) => (typed) => phone(typed, place)),
  country: fc.constant(country),
  region: places.map((place) => (typed) => region(typed, place)),
  "postal code": fc
    .tuple(places, fc.constantFrom("MA", "NY", "ON", ""))
    .map((at) => (typed) => postalCode(typed, ...at)),
  street: fc.constant(street),
  "registration number": fc.constant(registrationNumber),
  amount: fc.constant(amount),
  currency: fc.constant(currency),
};

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
      fc.property(kind, typed, (check, input) => {
        const { value, error, warning } = check(input);
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
        const { value, error } = check(input);
        if (error) return;
        const again = check(value);
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

test("tidying twice changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (input) => {
      expect(tidy(tidy(input))).toBe(tidy(input));
      expect(plain(plain(input))).toBe(plain(input));
    }),
    { numRuns: 2_000 },
  );
});

test("what differs only invisibly becomes equal", () => {
  expect(tidy("  Cafe\u0301\u00a0 Zu\u00ad\u200bri\u200dch\u202e ")).toBe("Café Zurich");
  expect(tidy("L\u2019Or\u00e9al \u201c\uff12\u201d")).toBe('L\'Oréal "2"');
});

test("joiners that shape letters and emoji stay", () => {
  for (const name of ["\u0645\u06cc\u200c\u062e", "👩\u200d💻", "ක්\u200dෂ"]) {
    expect(tidy(name)).toBe(name.normalize("NFC"));
  }
});

test("a text may not be too long or unprintable", () => {
  const rule = { label: "City", ask: "Enter the city" };
  expect(text(" ", rule).error).toBe("Enter the city");
  expect(text("x".repeat(200), rule).error).toBeUndefined();
  expect(text("x".repeat(201), rule).error).toBe("City must be 200 characters or fewer");
  expect(text("a\0b", rule).error).toMatch(/^City has a character that cannot be shown/);
});

test.each(["Ñ", "3M", "O'Neill & Söhne", "株式会社テスト", "X", "Ж-7 (Ltd.)"])(
  "%s is a name",
  (name) => expect(text(name, { label: "Company name", ask: "x" })).toEqual({ value: name }),
);

describe("an application name", () => {
  test.each([
    ["Acme Pay", undefined],
    ["x".repeat(30), undefined],
    ["x".repeat(31), /"This Application".*has 31$/],
    ["Acme 🚀", /emoji/],
    ["Plaid Pal", /"Plaid"/],
    ["First Bank", /"Bank"/],
    ["Burbank Pay", undefined],
  ])("%s is taken, and remarked on where others will", (name, warning) => {
    const verdict = applicationName(name);
    expect(verdict.error).toBeUndefined();
    if (warning) expect(verdict.warning).toMatch(warning);
    else expect(verdict.warning).toBeUndefined();
  });

  test("has 100 characters at most", () => {
    expect(applicationName("x".repeat(101)).error).toBe(
      "Application name must be 100 characters or fewer",
    );
  });
});

describe("an email address", () => {
  const check = (input: string) => email(input, "Enter the email address");

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

describe("a web address", () => {
  const check = (input: string) => webAddress(input, { example: "https://example.com" });

  test.each([
    ["plaid.com", "https://plaid.com"],
    ["example.com/contact", "https://example.com/contact"],
    ["HTTPS://WWW.Plaid.com/", "https://www.plaid.com"],
    ["plaid.com:8443/X?y=1#z", "https://plaid.com:8443/X?y=1#z"],
    ["https://plaid.com.:443", "https://plaid.com"],
    ["“https://plaid.com”", "https://plaid.com"],
    ["ｐｌａｉｄ．ｃｏｍ", "https://plaid.com"],
    ["harbor.example", "https://harbor.example"],
    ["acme.vercel.app", "https://acme.vercel.app"],
    ["https:\\\\plaid.com\\x", "https://plaid.com/x"],
  ])("%s is sent as %s", (input, value) => {
    expect(check(input)).toEqual({ value, warning: undefined });
  });

  test.each([
    ["javascript:alert(1)", /^Start the web address with https/],
    ["ftp://plaid.com", /^Start the web address with https/],
    ["https://localhost", /whole host name/],
    ["https://example", /whole host name/],
    ["co.uk", /whole host name/],
    ["https://127.0.0.1", /IP address/],
    ["0x7f.1", /IP address/],
    ["[::1]", /IP address/],
    ["ana@plaid.com", /before the @/],
    ["https://a:b@plaid.com", /before the @/],
    ["acme.con", /ends in \.con$/],
    ["no web address", /^Enter a web address such as https:\/\/example\.com$/],
    ["a..com", /host name of letters/],
    [`plaid.com/${"x".repeat(2_048)}`, /2,048 characters or fewer/],
  ])("%s is none, and says why", (input, error) => {
    expect(check(input).error).toMatch(error);
  });

  test("may be empty unless it is asked for", () => {
    expect(check(" ").error).toBeUndefined();
    expect(webAddress("", { example: "x", ask: "Enter the website" }).error).toBe(
      "Enter the website",
    );
  });

  test("letters beyond ASCII are shown as they are sent", () => {
    expect(check("http://pаypal.com")).toEqual({
      value: "http://xn--pypal-4ve.com",
      warning:
        "pаypal.com will be sent as xn--pypal-4ve.com. Check that no letter only looks like the one that is meant. This is http. Use https:// if the site has it",
    });
    expect(check("xn--pypal-4ve.com").warning).toMatch(/^pаypal\.com will be sent as/);
  });
});

describe("a phone number", () => {
  test.each([
    ["(415) 555-0132", "US", "+14155550132"],
    ["+44 20 7946 0958", "US", "+442079460958"],
    ["030 901820", "DE", "+4930901820"],
    ["1-800-555-0199", "US", "+18005550199"],
    ["+1 415 555 0132", "AQ", "+14155550132"],
  ])("%s in %s is sent as %s", (input, place, value) => {
    expect(phone(input, place)).toEqual({ value, warning: undefined });
  });

  test("Plaid's own sample passes with a warning", () => {
    expect(phone("1234567890", "US")).toEqual({
      value: "+11234567890",
      warning: "No phone number in service looks like this. Check the digits",
    });
  });

  test("an extension is not sent, and that is said", () => {
    expect(phone("(415) 555-0132 ext. 7", "US")).toEqual({
      value: "+14155550132",
      warning: "The extension is not sent: Plaid takes the number alone",
    });
  });

  test.each(["555", "555-CALL-NOW", "call 415 555 0132", "415 555 0132 or 0133", "911"])(
    "%s is none",
    (input) =>
      expect(phone(input, "US").error).toBe(
        "Enter a phone number with area code, like (415) 555-0132",
      ),
  );

  test("elsewhere it is asked for with its country code", () => {
    expect(phone("12", "DE").error).toBe(
      "Enter a phone number with country code, like +44 20 7946 0958",
    );
  });
});

describe("a region", () => {
  test.each([
    ["California", "US", "CA"],
    [" new  york", "US", "NY"],
    ["us-tx", "US", "TX"],
    ["Washington, D.C.", "US", "DC"],
    ["Puerto Rico", "US", "PR"],
    ["Québec", "CA", "QC"],
    ["quebec", "CA", "QC"],
    ["Île-du-Prince-Édouard", "CA", "PE"],
    ["ca-on", "CA", "ON"],
    ["Bavaria", "DE", "Bavaria"],
    ["", "DE", ""],
  ])("%s in %s is sent as %s", (input, place, value) => {
    expect(region(input, place)).toEqual({ value });
  });

  test.each([
    ["", "US", /^Enter a state/],
    ["Ontario", "US", /^Enter a state/],
    ["California", "CA", /^Enter a province or territory/],
    ["x".repeat(101), "DE", /100 characters or fewer/],
  ])("%s in %s is none", (input, place, error) => {
    expect(region(input, place).error).toMatch(error);
  });
});

describe("a postal code", () => {
  test.each([
    ["123456789", "US", "NY", "12345-6789"],
    ["02109", "US", "MA", "02109"],
    ["12345 6789", "US", "NY", "12345-6789"],
    ["k1a0b1", "CA", "ON", "K1A 0B1"],
    ["sw1a1aa", "GB", "", "SW1A 1AA"],
    ["m11ae", "GB", "", "M1 1AE"],
    ["10115", "DE", "", "10115"],
    ["1234ab", "NL", "", "1234AB"],
    ["00000", "AE", "", "00000"],
  ])("%s in %s %s is sent as %s", (input, place, state, value) => {
    expect(postalCode(input, place, state)).toEqual({ value, warning: undefined });
  });

  test.each([
    ["2109", "US", /such as 12345 or 12345-6789$/],
    ["D1A 0B1", "CA", /such as K1A 0B1$/],
    ["12345", "GB", /such as SW1A 1AA$/],
    ["", "US", /^Enter the postal code$/],
    ["", "AE", /Where addresses have none, enter 00000$/],
    ["x".repeat(21), "AE", /20 characters or fewer$/],
  ])("%s in %s is none", (input, place, error) => {
    expect(postalCode(input, place, "").error).toMatch(error);
  });

  test.each([
    ["1011", "DE", "", "Postal codes of Germany look like 12345. Check it"],
    ["02109", "US", "CA", "ZIP codes that start with 021 are in MA, not CA. Check both"],
  ])("%s in %s %s is taken with a second look", (input, place, state, warning) => {
    expect(postalCode(input, place, state)).toEqual({ value: input, warning });
  });

  test.each([
    ...["NY 10001", "CA 94105", "TX 75201", "TX 73301", "OK 73401", "PR 00901", "VI 00802"],
    ...["DC 20001", "VA 20101", "VA 22201", "MD 20814", "AK 99501", "HI 96801", "GU 96910"],
    ...["NY 06390", "CT 06101", "AE 09012", "AP 96201", "AA 34002", "FL 33101", "FL 34102"],
    ...["GA 39901", "MS 39201", "NY 00501", "DE 19801", "WY 83414", "MA 05501", "AS 96799"],
  ])("%s belong together", (address) => {
    const [state = "", zip = ""] = address.split(" ");
    expect(postalCode(zip, "US", state).warning).toBeUndefined();
  });
});

test.each(["P.O. Box 12", "PO Box 12", "p o box 9", "Postfach 3"])("%s is no street", (input) =>
  expect(street(input)).toEqual({
    value: input,
    warning: "Banks may refuse a P.O. box. Enter the street address if there is one",
  }),
);

test("Boxwood Street is a street", () => {
  expect(street("1 Poboxer Lane").warning).toBeUndefined();
});

describe("a registration number", () => {
  test.each([
    ["3510", "3510"],
    ["#5 536", "5536"],
    ["１２３", "123"],
  ])("%s is sent as %s", (input, value) => expect(registrationNumber(input)).toEqual({ value }));

  test.each(["12345678901", "FDIC 3510", "12a"])("%s is none", (input) =>
    expect(registrationNumber(input).error).toMatch(/in digits, 10 or fewer$/),
  );

  test("a bank may leave it out, and is asked", () => {
    expect(registrationNumber("").error).toBeUndefined();
    expect(registrationNumber("").warning).toMatch(/^Plaid asks banks/);
  });
});

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
    expect(amount(input)).toEqual({ value, warning: undefined });
  });

  test("the reading of a lone point before three digits is shown", () => {
    expect(amount("2.500").warning).toMatch(/^Read as 2,500\./);
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
  ])("%s is none", (input, error) => expect(amount(input).error).toBe(error));

  test("above ten trillion it is worth a second look", () => {
    expect(amount("10000000000001").warning).toMatch(/10 trillion/);
  });
});

test("a currency is one of ISO 4217", () => {
  expect(currency(" usd")).toEqual({ value: "USD" });
  for (const other of ["", "US", "ZZZ", "dollars"]) {
    expect(currency(other).error).toBe("Enter a currency code of three letters, such as USD");
  }
});

test("a country is one of ISO 3166", () => {
  expect(country("us")).toEqual({ value: "US" });
  for (const other of ["", "XX", "USA"]) expect(country(other).error).toBe("Choose a country");
});

describe("products", () => {
  test("each counts once", () => {
    expect(products(["auth", "auth", "identity"])).toEqual({ value: ["auth", "identity"] });
  });

  test("consumer reports come with more questions", () => {
    expect(products(["cra_base_report", "cra_partner_insights"]).warning).toBe(
      "Plaid asks for an extra questionnaire before it opens Base Report and Partner Insights",
    );
  });

  test("none, or one Plaid does not have, is no choice", () => {
    expect(products([]).error).toMatch(/^Choose at least one product/);
    expect(products(["auth", "signal"]).error).toBe("Choose products from the list");
  });
});
