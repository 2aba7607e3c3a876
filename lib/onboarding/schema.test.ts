import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWebAddress, redirectUriProblem } from "@/lib/web-addresses/model";
import { checkStep } from "./check-step";
import { answerSteps, emptyAnswers, type PartnerDefaults } from "./model";
import {
  companySchema,
  fieldErrors,
  logoSchema,
  productsSchemaFor,
  redirectUrisSchema,
  supportSchema,
  tidy,
} from "./schema";

/** Anything of the shape a form can send: every leaf filled with the given strings. */
function fill(shape: unknown, next: () => string): unknown {
  if (Array.isArray(shape)) return [next(), next()];
  if (typeof shape === "boolean") return next().length % 2 === 0;
  if (typeof shape === "string") return next();
  const entries = Object.entries(shape as object);
  return Object.fromEntries(entries.map(([name, inner]) => [name, fill(inner, next)]));
}

const likely = fc.constantFrom(
  "",
  "auth",
  "US",
  "usd",
  "1,500.50",
  "12345",
  "ana@harbor.example",
  "harbor.example/contact",
  "https://harbor.example",
  "https://*.harbor.example/oauth",
  "(415) 555-0132",
  "e\u200b\u0301 ",
  "a".repeat(64),
);
const typed = fc.oneof(likely, fc.string(), fc.string({ unit: "binary" }), fc.webUrl());

const partner: PartnerDefaults = {
  partnerName: "Nordwind",
  countryCode: "US",
  technicalContact: null,
  billingContact: null,
  hasMonthlyCommitment: true,
};

test.each(answerSteps)("%s: anything a form can send is judged without throwing", (step) => {
  const answers = fc.array(typed, { minLength: 12, maxLength: 12 }).map((strings) => {
    let place = 0;
    return fill(emptyAnswers[step], () => strings[place++ % strings.length] ?? "");
  });
  fc.assert(
    fc.property(fc.oneof(answers, fc.jsonValue()), (input) => {
      const { output, errors } = checkStep(step, input, partner);
      expect(output === undefined).toBe(Object.keys(errors).length > 0);
    }),
    { numRuns: 300 },
  );
});

test("tidying twice changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(tidy(tidy(text))).toBe(tidy(text));
    }),
  );
});

const company = {
  ...emptyAnswers.company,
  companyName: "Harbor",
  legalEntityName: "Harbor Inc.",
  website: "harbor.example",
  applicationName: "Harbor",
  address: {
    countryCode: "US",
    street: "1 A St",
    city: "Boston",
    region: "MA",
    postalCode: "02109",
  },
};

describe("company", () => {
  test("a region is needed in the United States and Canada only", () => {
    const at = (countryCode: string) =>
      companySchema.safeParse({
        ...company,
        address: { ...company.address, countryCode, region: "" },
      });
    expect(at("DE").success).toBe(true);
    const refused = at("CA");
    expect(refused.success || fieldErrors(refused.error)).toEqual({
      "address.region": "Enter the state or region",
    });
  });

  test.each([
    "harbor.example",
    "harbor.example:8443/x",
    "HTTP://harbor.example",
    "https://münchen.de",
  ])("takes the web address %s", (website) =>
    expect(companySchema.safeParse({ ...company, website }).success).toBe(true),
  );

  test.each([
    "javascript:alert(1)",
    "https://localhost",
    "https://example",
    "https://127.0.0.1",
    "https://a:b@harbor.example",
    "ftp://harbor.example",
    "no web address",
  ])("refuses the web address %s", (website) => {
    expect(companySchema.safeParse({ ...company, website }).success).toBe(false);
  });
});

describe("support", () => {
  const base = { ...emptyAnswers.support, email: "help@harbor.example" };

  test.each(["", "1234567890", "+1 (415) 555-0132", "(415) 555-0132", "+44 20 7946 0958"])(
    "takes the phone %j",
    (phoneNumber) => expect(supportSchema.safeParse({ ...base, phoneNumber }).success).toBe(true),
  );

  test.each(["555", "555-CALL-NOW", "call 415 555 0132"])("refuses the phone %j", (phoneNumber) =>
    expect(supportSchema.safeParse({ ...base, phoneNumber }).success).toBe(false),
  );

  test("needs an address people can write to", () => {
    const parsed = supportSchema.safeParse({ ...base, email: " " });
    expect(parsed.success || fieldErrors(parsed.error)).toEqual({
      email: "Enter the support email address",
    });
  });
});

test("the amount is required of partners with a monthly commitment only", () => {
  const none = emptyAnswers.products;
  expect(productsSchemaFor({ amountRequired: false }).safeParse(none).success).toBe(true);
  const refused = productsSchemaFor({ amountRequired: true }).safeParse(none);
  expect(refused.success || fieldErrors(refused.error)).toEqual({
    "assetsUnderManagement.amount": "Enter the assets under management",
    "assetsUnderManagement.currency": "Enter a currency code such as USD",
  });
});

test("copying the customization needs a logo", () => {
  const refused = logoSchema.safeParse({ createLinkCustomization: true, logo: "" });
  expect(refused.success || Object.keys(fieldErrors(refused.error))).toEqual(["logo"]);
});

describe("redirect URIs", () => {
  test.each([
    "https://harbor.example/oauth",
    "https://*.harbor.example/oauth",
    "http://localhost:3000/oauth.html",
    "https://localhost/oauth",
  ])("%s is fine", (uri) => expect(redirectUriProblem(uri)).toBeUndefined());

  test.each([
    ["harbor.example/oauth", "Start with https://"],
    ["http://harbor.example/oauth", "Production needs https"],
    ["https://harbor.example/oauth?", "question mark"],
    ["https://harbor.example/oauth#", "# part"],
    ["myapp://oauth", "universal link"],
    ["https://a:b@harbor.example", "user name"],
    ["https://127.0.0.1/oauth", "IP address"],
    ["https://[::1]/oauth", "IP address"],
    ["https://foo*.harbor.example", "Use * only"],
    ["https://a.*.example", "Use * only"],
    ["https://harbor.example/*", "Use * only"],
    ["https://harbor", "full host name"],
    ["https://harbor.example/a b", "Remove the spaces"],
  ])("%s is refused", (uri, why) => expect(redirectUriProblem(uri)).toContain(why));

  test("an empty row is no answer and moves no error", () => {
    const fine = "https://harbor.example/oauth";
    expect(redirectUrisSchema.safeParse({ redirectUris: ["", " ", fine] })).toEqual({
      success: true,
      data: { redirectUris: [fine] },
    });
    const refused = redirectUrisSchema.safeParse({ redirectUris: ["", "harbor"] });
    expect(refused.success || Object.keys(fieldErrors(refused.error))).toEqual(["redirectUris.1"]);
  });

  test("the second of two equal ones is named by its place", () => {
    const uri = "https://harbor.example/oauth";
    const refused = redirectUrisSchema.safeParse({ redirectUris: [uri, ` ${uri}`] });
    expect(refused.success || fieldErrors(refused.error)).toEqual({
      "redirectUris.1": "This redirect URI is already in the list",
    });
  });
});

// Guarantees what Node 20's own `URL.canParse` breaks: an answer must not depend on how many were checked before.
test("an address beyond Latin-1 is still taken after many others", () => {
  for (let count = 0; count < 50_000; count++) isWebAddress(`https://example${count % 7}.com/`);
  expect(isWebAddress("https://例え.example/")).toBe(true);
});

test.each([
  ["https://exämple.com/oauth", "Write it as https://xn--exmple-cua.com/oauth"],
  ["https://example.com\\@evil.example/", "Use / in place of"],
])("%s is refused as a redirect URI, with the way to write it", (uri, why) => {
  expect(redirectUriProblem(uri)).toContain(why);
});
