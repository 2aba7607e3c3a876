import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withPatch } from "@/lib/answers/model";
import { partner } from "@/scripts/testing/partner";
import { checkStep } from "./check-step";
import { type AnswerStep, type Answers, answerSteps, emptyAnswers } from "./model";
import { layOver } from "./payload";

/** The sample of Plaid's reference, as somebody would type it. */
const sample: Answers = {
  company: {
    companyName: "Plaid",
    legalEntityName: "Plaid",
    website: "plaid.com",
    applicationName: "Harbor",
    address: {
      countryCode: "US",
      street: "123 Main St",
      city: "New York",
      region: "New York",
      postalCode: "12345",
    },
    isDepository: true,
    registrationNumber: "5 536",
  },
  contacts: {
    technical: {
      use: "theirs",
      givenName: "Alice",
      familyName: "Smith",
      email: "Alice.Smith@Example.com",
    },
    billing: { use: "ours", givenName: "Bob", familyName: "", email: "half an addr" },
  },
  support: {
    email: "support@example.com",
    phoneNumber: "1234567890",
    contactUrl: "example.com/contact",
    linkUpdateUrl: "example.com/update",
  },
  products: {
    use: "chosen",
    products: ["auth", "identity", "auth"],
    assetsUnderManagement: { amount: "2,500,000.00", currency: "usd" },
  },
  logo: { createLinkCustomization: true, logo: "a".repeat(64) },
  "redirect-uris": {
    redirectUris: [
      "http://localhost/oauth.html",
      "",
      "https://www.example.com/oauth.html",
      "https://*.example.com/oauth.html",
    ],
  },
};

function check<S extends AnswerStep>(step: S, patch = {}, options = {}) {
  const answers = { ...sample, [step]: withPatch(sample[step], patch) };
  return checkStep(step, answers, { ...partner, ...options });
}

describe("Plaid's own sample", () => {
  test("is sent in the form of Plaid", () => {
    const outputs = answerSteps.map((step) => [step, check(step).output]);
    expect(Object.fromEntries(outputs)).toEqual({
      company: {
        companyName: "Plaid",
        legalEntityName: "Plaid",
        website: "https://plaid.com",
        applicationName: "Harbor",
        address: {
          countryCode: "US",
          street: "123 Main St",
          city: "New York",
          region: "NY",
          postalCode: "12345",
        },
        registrationNumber: "5536",
      },
      contacts: {
        technical: { givenName: "Alice", familyName: "Smith", email: "Alice.Smith@example.com" },
        billing: null,
      },
      support: {
        email: "support@example.com",
        phoneNumber: "+11234567890",
        contactUrl: "https://example.com/contact",
        linkUpdateUrl: "https://example.com/update",
      },
      products: { products: ["auth", "identity"], assetsUnderManagement: null },
      logo: { createLinkCustomization: true, logo: "a".repeat(64) },
      "redirect-uris": {
        redirectUris: [
          "http://localhost/oauth.html",
          "https://www.example.com/oauth.html",
          "https://*.example.com/oauth.html",
        ],
      },
    });
  });

  test("has no errors, and warnings where it is odd", () => {
    for (const step of answerSteps) expect(check(step).errors).toEqual({});
    expect(check("support").warnings.phoneNumber).toMatch(/^No phone number in service/);
    expect(check("redirect-uris").warnings["redirectUris.3"]).toMatch(/no longer mentions \*/);
  });
});

test("every error of a step is told at once, in the order of the page", () => {
  const { output, errors } = checkStep("company", emptyAnswers, partner);
  expect(output).toBeUndefined();
  expect(errors).toEqual({
    companyName: "Enter the company name",
    legalEntityName: "Enter the legal entity name",
    website: "Enter the website",
    applicationName: "Enter the application name",
    "address.street": "Enter the street",
    "address.city": "Enter the city",
    "address.region": "Enter a state by its name or code, such as California or CA",
    "address.postalCode": "Enter the postal code",
  });
});

test("what was typed stays as it was", () => {
  const typed = structuredClone(sample);
  for (const step of answerSteps) checkStep(step, typed, partner);
  expect(typed).toEqual(sample);
});

describe("the partner's own stand in", () => {
  test("for a contact that is chosen, whatever else was typed", () => {
    const { errors } = check("contacts", { "billing.use": "theirs" });
    expect(errors).toEqual({
      "billing.familyName": "Enter the billing contact’s family name",
      "billing.email": "Enter an email address such as name@example.com",
    });
    expect(check("contacts", { "technical.use": "ours" }).output).toEqual({
      technical: null,
      billing: null,
    });
  });

  test("for the products", () => {
    expect(check("products", { use: "ours" }).output?.products).toEqual([]);
    expect(check("products", { products: [] }).errors.products).toMatch(/^Choose at least one/);
  });
});

test("a registration number is asked of banks and credit unions only", () => {
  expect(check("company", { registrationNumber: "x" }).errors.registrationNumber).toBeDefined();
  const other = check("company", { isDepository: false, registrationNumber: "x" });
  expect(other.output?.registrationNumber).toBe("");
});

test("the assets are asked of customers of a partner with a monthly commitment only", () => {
  const asked = { hasMonthlyCommitment: true };
  expect(check("products", {}, asked).output?.assetsUnderManagement).toEqual({
    amount: 2_500_000,
    currency: "USD",
  });
  const empty = { "assetsUnderManagement.amount": "", "assetsUnderManagement.currency": "" };
  expect(Object.keys(check("products", empty, asked).errors)).toEqual(Object.keys(empty));
  expect(check("products", empty).errors).toEqual({});
});

test("a phone number is one of the address's country", () => {
  const answers = structuredClone(sample);
  answers.support.phoneNumber = "030 901820";
  answers.company.address.countryCode = "DE";
  expect(checkStep("support", answers, partner).output?.phoneNumber).toBe("+4930901820");
});

test("a state is needed in the United States and Canada only", () => {
  const nowhere = { "address.region": "" };
  expect(check("company", nowhere).errors["address.region"]).toBeDefined();
  expect(check("company", { ...nowhere, "address.countryCode": "DE" }).errors).toEqual({});
});

test("copying the customization needs a logo, and a logo is one that was stored", () => {
  expect(check("logo", { logo: "" }).errors.logo).toMatch(/^Choose a logo/);
  expect(check("logo", { logo: "cat.png" }).errors.logo).toBe("Choose the logo again");
  expect(check("logo", { createLinkCustomization: false, logo: "" }).errors).toEqual({});
});

describe("redirect URIs", () => {
  test("are told about by their row", () => {
    const { errors } = check("redirect-uris", {
      redirectUris: ["", "https://*.vercel.app/x", "https://a.example/x", "https://a.example/x"],
    });
    expect(errors).toEqual({
      "redirectUris.1": "Anyone can register names under vercel.app. Use a domain you own",
      "redirectUris.3": "Remove it. This redirect URI is already in the list",
    });
  });

  test("are 50 at most", () => {
    const many = Array.from({ length: 51 }, (_, row) => `https://example.com/${row}`);
    expect(check("redirect-uris", { redirectUris: many.slice(1) }).errors).toEqual({});
    expect(check("redirect-uris", { redirectUris: many }).errors).toEqual({
      redirectUris: "Enter 50 redirect URIs or fewer",
    });
  });
});

describe("a second look", () => {
  test.each([
    ["contacts", "technical.email", "alice@quay.example"],
    ["support", "email", "help@quay.example"],
    ["support", "contactUrl", "quay.example/contact"],
  ] as const)("is worth another domain than the website's: %s %s", (step, path, value) => {
    const { errors, warnings } = check(step, { [path]: value });
    expect(errors).toEqual({});
    expect(warnings[path]).toBe(
      "The website is at plaid.com, this is at quay.example. Check that both are right",
    );
  });

  test("is worth a shared mailbox as the technical contact", () => {
    expect(check("contacts", { "technical.email": "info@plaid.com" }).warnings).toEqual({
      "technical.email":
        "This looks like a shared mailbox. Enter the address of one person if there is one",
    });
  });
});

describe("whatever a browser posts", () => {
  const json = fc.jsonValue({ maxDepth: 4, noUnicodeString: false });
  const shaped = fc.record(
    Object.fromEntries(
      Object.values(emptyAnswers)
        .flatMap((step) => Object.keys(step))
        .map((name) => [name, fc.oneof(json, fc.array(json), fc.string({ unit: "binary" }))]),
    ),
    { requiredKeys: [] },
  );

  test("is checked without throwing", () => {
    fc.assert(
      fc.property(
        fc.oneof(json, shaped),
        fc.constantFrom(...answerSteps),
        fc.boolean(),
        (posted, step, hasMonthlyCommitment) => {
          const answers = { ...sample, [step]: layOver(step, posted, partner) };
          const checked = checkStep(step, answers, { ...partner, hasMonthlyCommitment });
          const failed = Object.keys(checked.errors).length > 0;
          expect(checked.output === undefined).toBe(failed);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
