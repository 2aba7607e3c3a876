import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldsOf } from "@/lib/answers/model";
import { answerSteps, emptyAnswers } from "@/lib/onboarding/model";
import { codeOf, fieldAt, fields, joinLabels, labelsOf } from "./model";

/** Choices of the form that Plaid is never told. */
const ours = ["isDepository", "technical.use", "billing.use", "use"];

describe("the table of answers", () => {
  test("names each path, and each of Plaid's fields, once", () => {
    expect(new Set(fields.map(({ path }) => path)).size).toBe(fields.length);
    expect(new Set(fields.map(({ plaid }) => plaid)).size).toBe(fields.length);
  });

  test.each(answerSteps)("has every answer of %s, in the order of the page", (step) => {
    const listed = fields.filter((field) => field.step === step).map(({ path }) => path);
    const asked = Object.keys(fieldsOf(emptyAnswers[step]));
    expect(listed).toEqual(asked.filter((path) => !ours.includes(path)));
  });

  test("uses Plaid's keys of requirements_due", () => {
    const codes = new Set(fields.map(codeOf));
    for (const key of [
      "legal_entity_name",
      "website",
      "application_name",
      "technical_contact",
      "billing_contact",
      "address",
    ]) {
      expect(codes).toContain(key);
    }
    expect(codes).toContain("customer_support_info.email");
  });
});

test("a row of a list belongs to its list", () => {
  expect(fieldAt("redirect-uris", "redirectUris.12")?.label).toBe("Redirect URIs");
  expect(fieldAt("support", "email")?.label).toBe("Support email address");
  expect(fieldAt("support", "emailAddress")).toBeUndefined();
});

test("what is missing is said by name, each once, in the order of the wizard", () => {
  const missing = labelsOf([
    { step: "redirect-uris", path: "redirectUris.0" },
    { step: "redirect-uris", path: "redirectUris.1" },
    { step: "company", path: "website" },
    { step: "support", path: "" },
  ]);
  expect(missing).toEqual(["Website", "Support information", "Redirect URIs"]);
  expect(joinLabels(missing)).toBe("Website, Support information and Redirect URIs");
  expect(joinLabels(missing.slice(1))).toBe("Support information and Redirect URIs");
  expect(joinLabels([])).toBe("");
});

test("every path, known or not, has a name", () => {
  fc.assert(
    fc.property(fc.constantFrom(...answerSteps), fc.string(), (step, path) => {
      expect(labelsOf([{ step, path }]).join()).not.toBe("");
    }),
  );
});
