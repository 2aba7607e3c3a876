import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { catalogues } from "@/lib/languages/catalogues";
import { type AnswerStep, answerSteps, emptyAnswers } from "@/lib/onboarding/model";
import { partner as newPartner } from "@/scripts/testing/partner";
import { answerRows as rowsOf } from "./answer-rows";

type View = Parameters<typeof rowsOf>[1];

const english = { locale: "en", messages: catalogues.en } as const;
const name = createTranslator({ ...english, namespace: "fields" });
const words = {
  language: "en",
  name,
  t: createTranslator({ ...english, namespace: "steps" }),
} as const;
const answerRows = (step: AnswerStep, view: View) => rowsOf(step, view, words);

const partner = { ...newPartner, technicalContact: "Bob Jones" };

/** A draft whose answers are sent as they were typed, but for what a test says. */
function viewOf(change: {
  answers?: Partial<View["answers"]>;
  sent?: Partial<Record<keyof View["checks"], object>>;
  errors?: Record<string, string>;
  warnings?: Record<string, string>;
  requirements?: View["requirements"];
  partner?: Partial<typeof partner>;
}): View {
  const answers = { ...structuredClone(emptyAnswers), ...change.answers };
  const { errors = {}, warnings = {}, requirements = [] } = change;
  const checks = answerSteps.map((step) => [
    step,
    { sent: change.sent?.[step] ?? answers[step], errors, warnings },
  ]);
  return {
    answers,
    checks: Object.fromEntries(checks) as View["checks"],
    partner: { ...partner, ...change.partner },
    requirements,
  };
}

const rowOf = (step: keyof View["answers"], term: string, view: View) =>
  answerRows(step, view).find((row) => row.term === term);

/** Without their ids. */
const linesOf = (...row: Parameters<typeof rowOf>) =>
  rowOf(...row)?.lines.map(({ id: _, ...line }) => line);
const { company, support } = emptyAnswers;

describe("a value", () => {
  test("is shown as it will be sent, with what was typed where that differs", () => {
    const view = viewOf({
      answers: { company: { ...company, companyName: "Harbor", website: " harbor.example " } },
      sent: { company: { companyName: "Harbor", website: "https://harbor.example" } },
    });
    expect(linesOf("company", "Company name", view)).toEqual([{ shown: "Harbor" }]);
    expect(linesOf("company", "Website", view)).toEqual([
      { shown: "https://harbor.example", typed: "harbor.example" },
    ]);
  });

  test("that cannot be sent is shown as typed, with its error", () => {
    const view = viewOf({
      answers: { support: { ...support, phoneNumber: "call me" } },
      sent: { support: { ...support, phoneNumber: "" } },
      errors: { email: "Enter the support email address", phoneNumber: "Enter a phone number" },
    });
    expect(linesOf("support", "Support email address", view)).toEqual([
      { shown: "", error: "Enter the support email address" },
    ]);
    expect(linesOf("support", "Support phone number", view)).toEqual([
      { shown: "call me", error: "Enter a phone number" },
    ]);
  });

  test("keeps its warning beside it", () => {
    const view = viewOf({
      answers: { company: { ...company, applicationName: "Acme" } },
      warnings: { applicationName: "Acme is already taken" },
    });
    expect(linesOf("company", "Application name", view)).toEqual([
      { shown: "Acme", warning: "Acme is already taken" },
    ]);
  });

  test("that was left out is said to be, with what is worth knowing", () => {
    const reason = "A support phone number helps";
    const view = viewOf({
      requirements: [
        {
          code: "customer_support_info.phone_number",
          section: "support",
          owner: "you",
          severity: "recommended",
          since: null,
          reason,
          action: null,
        },
      ],
    });
    expect(rowOf("support", "Support phone number", view)).toMatchObject({
      lines: [],
      fallback: "Not provided",
      advice: reason,
    });
    expect(rowOf("support", "Contact page", view)?.advice).toBeUndefined();
  });

  test("of the country is its name", () => {
    expect(linesOf("company", "Country", viewOf({}))).toEqual([{ shown: "United States" }]);
  });
});

describe("an answer that stands for ours", () => {
  test("names our contact, and what was typed beside it is not sent", () => {
    const typed = {
      use: "ours",
      givenName: "Ana",
      familyName: "Ruiz",
      email: "a@b.example",
    } as const;
    const view = viewOf({
      answers: { contacts: { technical: typed, billing: { ...typed, use: "theirs" } } },
    });
    expect(rowOf("contacts", "Technical contact", view)).toMatchObject({
      lines: [],
      fallback: "Ours: Bob Jones",
      path: "technical.use",
    });
    expect(linesOf("contacts", "Billing contact", view)).toEqual([
      { shown: "Ana Ruiz" },
      { shown: "a@b.example" },
    ]);
  });

  test("products are the same as ours, or by name", () => {
    const products = { ...emptyAnswers.products, products: ["auth", "cra_base_report"] };
    const none = viewOf({ answers: { products }, sent: { products: { products: [] } } });
    expect(rowOf("products", "Products", none)).toMatchObject({
      lines: [],
      fallback: "The same as ours",
    });
    const chosen = viewOf({
      answers: { products: { ...products, use: "chosen" } },
      sent: { products },
      warnings: { products: "Plaid asks for an extra questionnaire" },
    });
    expect(linesOf("products", "Products", chosen)).toEqual([
      { shown: "Auth" },
      { shown: "Base Report" },
      { shown: "", warning: "Plaid asks for an extra questionnaire" },
    ]);
  });
});

test("what is not asked for has no row", () => {
  const asked = (view: View) =>
    answerSteps.flatMap((step) => answerRows(step, view).map(({ term }) => term));
  const optional = ["Registration number", "Assets under management", "Currency"];
  for (const term of optional) expect(asked(viewOf({}))).not.toContain(term);

  const bank = viewOf({
    answers: { company: { ...company, isDepository: true } },
    partner: { hasMonthlyCommitment: true },
  });
  for (const term of optional) expect(asked(bank)).toContain(term);
});

test("each redirect URI has its own line; empty rows have none", () => {
  const typed = ["https://A.example/x", " ", "http://b.example"];
  const view = viewOf({
    answers: { "redirect-uris": { redirectUris: typed } },
    sent: { "redirect-uris": { redirectUris: ["https://a.example/x", "http://b.example"] } },
    errors: { "redirectUris.2": "Production needs https" },
  });
  expect(linesOf("redirect-uris", "Redirect URIs", view)).toEqual([
    { shown: "https://a.example/x", typed: "https://A.example/x" },
    { shown: "http://b.example", error: "Production needs https" },
  ]);
});

test("the lines of a row are told apart, even when they say the same", () => {
  const twice = { redirectUris: ["https://a.example", "https://a.example"] };
  const view = viewOf({ answers: { "redirect-uris": twice }, warnings: { redirectUris: "Twice" } });
  const ids = rowOf("redirect-uris", "Redirect URIs", view)?.lines.map(({ id }) => id);
  expect(ids).toEqual(["redirectUris.0", "redirectUris.1", "redirectUris"]);
});

test("what is said of several redirect URIs in a row is said once, after them", () => {
  const view = viewOf({
    answers: { "redirect-uris": { redirectUris: ["https://a.example", "https://b.example"] } },
    warnings: { "redirectUris.0": "Another domain", "redirectUris.1": "Another domain" },
  });
  expect(linesOf("redirect-uris", "Redirect URIs", view)).toEqual([
    { shown: "https://a.example" },
    { shown: "https://b.example", warning: "Another domain" },
  ]);
});

test("every row leads to the field where it is changed", () => {
  for (const step of answerSteps) {
    for (const { path } of answerRows(step, viewOf({}))) expect(path).toMatch(/^[a-z][\w.]+$/i);
  }
});
