import { describe, expect, test } from "vitest";
import { explainedCodes, explainPlaid } from "./plaid-texts";

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

test.each(documented)("%s has a text of its own", (code) => {
  expect(explainedCodes).toContain(code);
});

describe("every text", () => {
  const all = [
    ...explainedCodes.map((code) => explainPlaid({ code, kind: "rejected" })),
    ...kinds.map((kind) => explainPlaid({ code: "NOT_INVENTED_YET", kind })),
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
  expect(explainPlaid({ code: "constructor", kind: "rejected" })).toEqual(
    explainPlaid({ code: "NOT_INVENTED_YET", kind: "rejected" }),
  );
});
