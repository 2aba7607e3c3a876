import { describe, expect, test } from "vitest";
import { fieldAt } from "@/lib/fields/model";
import type { PlaidProblem } from "@/lib/partner-api/model";
import { explainedCodes, explainRefusal, placeOf } from "./model";

/** https://plaid.com/docs/errors/partner/ and the generic codes of its sibling pages. */
const documented = [
  "CUSTOMER_NOT_FOUND",
  "FLOWDOWN_NOT_COMPLETE",
  "QUESTIONNAIRE_NOT_COMPLETE",
  "CUSTOMER_NOT_READY_FOR_ENABLEMENT",
  "CUSTOMER_ALREADY_ENABLED",
  "CUSTOMER_ALREADY_CREATED",
  "LOGO_REQUIRED",
  "INVALID_LOGO",
  "CONTACT_REQUIRED",
  "ASSETS_UNDER_MANAGEMENT_REQUIRED",
  "CUSTOMER_REMOVAL_NOT_ALLOWED",
  "OAUTH_REGISTRATION_ERROR",
  "INVALID_BODY",
  "INVALID_HEADERS",
  "MISSING_FIELDS",
  "UNKNOWN_FIELDS",
  "INVALID_FIELD",
  "NOT_FOUND",
  "INVALID_API_KEYS",
  "UNAUTHORIZED_ENVIRONMENT",
  "UNAUTHORIZED_ROUTE_ACCESS",
  "INVALID_PRODUCT",
  "INVALID_WEBHOOK_VERIFICATION_KEY_ID",
  "RATE_LIMIT",
  "INTERNAL_SERVER_ERROR",
  "PLANNED_MAINTENANCE",
];
const kinds = ["rejected", "rate_limited", "not_sent", "unavailable"] as const;

function problem(code: string, message = ""): PlaidProblem {
  return { kind: "rejected", code, message, requestId: null };
}

test.each(documented)("%s has a text of its own", (code) => {
  expect(explainedCodes).toContain(code);
});

describe("every text", () => {
  const all = [
    ...explainedCodes.map((code) => explainRefusal(problem(code))),
    ...kinds.map((kind) => explainRefusal({ ...problem("NOT_INVENTED_YET"), kind })),
  ];

  test("says what happened and what to do next", () => {
    for (const { what, next } of all) {
      expect(what).toMatch(/\.$/);
      expect(next).toMatch(/\.$/);
    }
  });

  test("uses none of the words that blame or say nothing", () => {
    const words = all.map(({ what, next }) => `${what} ${next}`).join("\n");
    expect(words).not.toMatch(/\binvalid\b|please|oops|sorry|error occurred/i);
  });
});

test("a code named like an object's own property is not one of ours", () => {
  expect(explainRefusal(problem("constructor"))).toEqual(
    explainRefusal(problem("NOT_INVENTED_YET")),
  );
  expect(placeOf(problem("constructor"))).toBeNull();
});

describe("where a refusal shows", () => {
  test.each([
    ["CUSTOMER_ALREADY_CREATED", "company", "applicationName", "applicationName"],
    ["APPLICATION_NAME_IN_USE", "company", "applicationName", "applicationName"],
    ["LOGO_REQUIRED", "logo", "logo", ""],
    ["INVALID_LOGO", "logo", "logo", ""],
    ["CONTACT_REQUIRED", "contacts", "technical.givenName", ""],
    [
      "ASSETS_UNDER_MANAGEMENT_REQUIRED",
      "products",
      "assetsUnderManagement.amount",
      "assetsUnderManagement",
    ],
    ["INVALID_PRODUCT", "products", "products", "products"],
  ])("%s: %s, %s", (code, step, field, about) => {
    expect(placeOf(problem(code))).toEqual({ step, field, about });
  });

  test.each([
    ["the following required fields are missing: website", "website"],
    ["customer_support_info.email must be an email address", "email"],
    ["address.postal_code has the wrong form", "address.postalCode"],
    ["technical_contact is incomplete", "technical.givenName"],
    ["the legal_entity_name is unknown to the banks", "legalEntityName"],
  ])("“%s” names its answer", (message, field) => {
    const place = placeOf(problem("INVALID_FIELD", message));
    expect(place?.field).toBe(field);
    expect(explainRefusal(problem("INVALID_FIELD", message)).what).toMatch(
      /^Plaid did not take the /,
    );
  });

  test("is a field the wizard has, or nowhere", () => {
    for (const code of explainedCodes) {
      const place = placeOf(problem(code, "logo, website and address"));
      if (place) expect(fieldAt(place.step, place.field)).toBeDefined();
    }
  });

  test.each(["a sentence about nothing", "", "constructor"])("“%s” is nowhere", (message) => {
    expect(placeOf(problem("INVALID_FIELD", message))).toBeNull();
  });
});
