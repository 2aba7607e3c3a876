import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Patch, withPatch } from "@/lib/answers/model";
import { checkStep } from "@/lib/onboarding/check-step";
import { type AnswerStep, type Answers, answerSteps, emptyAnswers } from "@/lib/onboarding/model";
import { partner } from "@/scripts/testing/partner";
import { countFindings, reviewChecks } from "./checks";
import type { CheckCode, Finding, Remark } from "./model";

/** Nothing about these is worth a second look. */
const sound: Answers = {
  ...emptyAnswers,
  company: {
    companyName: "Harbor",
    legalEntityName: "Harbor Inc.",
    website: "https://harbor.example",
    applicationName: "Harbor Pay",
    address: {
      countryCode: "US",
      street: "12 Harbor Street",
      city: "Boston",
      region: "MA",
      postalCode: "02109",
    },
    isDepository: false,
    registrationNumber: "",
  },
  contacts: {
    technical: { use: "theirs", givenName: "Ana", familyName: "Ruiz", email: "ana@harbor.example" },
    billing: { use: "ours", givenName: "", familyName: "", email: "" },
  },
  support: {
    email: "help@harbor.example",
    phoneNumber: "(415) 555-0132",
    contactUrl: "",
    linkUpdateUrl: "",
  },
  logo: { createLinkCustomization: true, logo: "0".repeat(64) },
  "redirect-uris": { redirectUris: ["https://app.harbor.example/oauth"] },
};

type Changes = Partial<Record<AnswerStep, Patch>>;

function look(changes: Changes, logo: { transparent: boolean } | null = { transparent: false }) {
  const answers = Object.fromEntries(
    answerSteps.map((step) => [step, withPatch(sound[step], changes[step] ?? {})]),
    // One entry for every step, each of its own shape.
  ) as Answers;
  const checks = Object.fromEntries(
    answerSteps.map((step) => [step, checkStep(step, answers, partner)]),
  ) as Record<AnswerStep, ReturnType<typeof checkStep>>;
  return reviewChecks({ answers, checks, logo });
}

function found(changes: Changes, code: CheckCode, logo?: { transparent: boolean } | null) {
  const checks = look(changes, logo);
  const others = checks.filter((check) => check.code !== code && check.findings.length > 0);
  expect(others, "nothing else is found").toEqual([]);
  return checks.find((check) => check.code === code)?.findings ?? [];
}

test("sound answers: every check was made, and none found anything", () => {
  const checks = look({});
  expect(checks.map(({ code }) => code)).toEqual([
    "names",
    "addresses",
    "letters",
    "phone",
    "logo",
    "redirect_uris",
    "other",
  ]);
  expect(checks.flatMap(({ findings }) => findings)).toEqual([]);
  expect(countFindings(checks)).toBe(0);
});

type Expected = RegExp | Remark;

const cases: [what: string, changes: Changes, code: CheckCode, path: string, said: Expected][] = [
  [
    "a mailbox at another domain than the website",
    { support: { email: "help@other.example" } },
    "addresses",
    "email",
    /The website is at harbor\.example, this is at other\.example/,
  ],
  [
    "a domain that is nearly a popular one",
    { contacts: { "technical.email": "ana@gmial.com" } },
    "addresses",
    "technical.email",
    /nearly gmail\.com/,
  ],
  [
    "a website whose name only looks Latin",
    {
      company: { website: "https://pаypal.com" },
      contacts: { "technical.use": "ours" },
      support: { email: "help@pаypal.com" },
      "redirect-uris": { redirectUris: [] },
    },
    "letters",
    "website",
    /pаypal\.com will be sent as xn--pypal-4ve\.com/,
  ],
  [
    "a name with a letter of another script",
    { company: { companyName: "Hаrbor" } },
    "letters",
    "companyName",
    { code: "letters", word: "Hаrbor", script: "cyrillic", letters: ["а"] },
  ],
  [
    "a whole word of another script beside Latin ones",
    { company: { applicationName: "Harbor Рау" } },
    "letters",
    "applicationName",
    { code: "letters", word: "Рау", script: "cyrillic", letters: ["Р", "а", "у"] },
  ],
  [
    "a number nobody can have",
    { support: { phoneNumber: "(123) 456-7890" } },
    "phone",
    "phoneNumber",
    /No phone number in service/,
  ],
  [
    "no redirect URI that Plaid would take",
    { "redirect-uris": { redirectUris: ["http://app.harbor.example/oauth"] } },
    "redirect_uris",
    "redirectUris.0",
    /https/,
  ],
  [
    "an answer that is missing",
    { company: { "address.city": "" } },
    "other",
    "address.city",
    /city/,
  ],
  [
    "a box instead of a street",
    { company: { "address.street": "P.O. Box 12" } },
    "other",
    "address.street",
    /./,
  ],
];

test.each(cases)("finds %s, and says so once", (_, changes, code, path, said) => {
  const at = ({ path: place }: Finding) => place === path;
  const matching = found(changes, code).filter(at);
  const remark =
    said instanceof RegExp ? { code: "said", text: expect.stringMatching(said) } : said;
  expect(matching).toEqual([expect.objectContaining({ remark })]);
});

test("shows the domain of a mailbox in both spellings", () => {
  const changes = {
    company: { website: "https://bücher.example" },
    contacts: { "technical.use": "ours" },
    support: { email: "hilfe@bücher.example" },
    "redirect-uris": { redirectUris: [] },
  };
  const mail = found(changes, "letters").find(({ step }) => step === "support");
  const sent = "xn--bcher-kva.example";
  expect(mail?.remark).toEqual({ code: "domain", shown: "bücher.example", sent });
});

test.each([
  ["Яндекс", "Яндекс Pay"],
  ["株式会社はてな", "はてな Pay"],
  ["Ελλάδα", "Καφές Coffee"],
])("lets a name of its own script alone: %s", (companyName, applicationName) => {
  expect(found({ company: { companyName, applicationName } }, "letters")).toEqual([]);
});

describe("the logo", () => {
  test("is missing", () => {
    const none = { logo: { createLinkCustomization: false, logo: "" } };
    expect(found(none, "logo", null)).toEqual([
      { step: "logo", path: "logo", remark: { code: "no_logo" } },
    ]);
  });

  test("lets the background through", () => {
    expect(found({}, "logo", { transparent: true })).toEqual([
      { step: "logo", path: "logo", remark: { code: "transparent" } },
    ]);
  });
});

test("whatever is typed, each finding is at a step and says something", () => {
  const text = fc.string({ unit: "binary", maxLength: 30 });
  fc.assert(
    fc.property(text, text, text, (companyName, website, email) => {
      const checks = look({ company: { companyName, website }, support: { email } });
      for (const { findings } of checks) {
        for (const { step, remark } of findings) {
          expect(answerSteps).toContain(step);
          if (remark.code === "said") expect(remark.text).not.toBe("");
        }
      }
    }),
    { numRuns: 200 },
  );
});
