import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerSteps } from "@/lib/onboarding/model";
import { codeOf, fieldAt, fields, joinLabels, labelsOf, orderOf } from "./model";

describe("the table of answers", () => {
  test("names each path of a step, and each of Plaid's fields, once", () => {
    const paths = fields.map(({ step, path }) => `${step} ${path}`);
    expect(new Set(paths).size).toBe(paths.length);
    expect(new Set(fields.map(({ plaid }) => plaid)).size).toBe(fields.length);
  });

  test("has something for every step", () => {
    expect(new Set(fields.map(({ step }) => step))).toEqual(new Set(answerSteps));
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

test("what is missing is said by name, each once", () => {
  const missing = labelsOf([
    { step: "redirect-uris", path: "redirectUris.0" },
    { step: "redirect-uris", path: "redirectUris.1" },
    { step: "company", path: "website" },
    { step: "support", path: "" },
  ]);
  expect(missing).toEqual(["Redirect URIs", "Website", "Support information"]);
  expect(joinLabels(missing)).toBe("Redirect URIs, Website and Support information");
  expect(joinLabels(missing.slice(0, 2))).toBe("Redirect URIs and Website");
  expect(joinLabels([])).toBe("");
});

test("every path, known or not, has a name and a place", () => {
  fc.assert(
    fc.property(fc.constantFrom(...answerSteps), fc.string(), (step, path) => {
      expect(labelsOf([{ step, path }]).join()).not.toBe("");
      expect(orderOf(step, path)).toBeGreaterThanOrEqual(0);
    }),
  );
});
