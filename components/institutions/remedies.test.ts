import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { textsOf } from "@/lib/languages/catalogues";
import { remedyFor } from "./remedies";

const t = createTranslator({ ...textsOf("en"), namespace: "banks.remedies" });

function error(errorMessage: string) {
  return {
    errorType: "PARTNER_ERROR",
    errorCode: "OAUTH_REGISTRATION_ERROR",
    errorMessage,
    displayMessage: null,
    requestId: null,
  };
}

describe("a bank's problem", () => {
  test.each([
    ["Application logo is required", "without a logo"],
    ["application logo is required", "without a logo"],
    ["application icon must be 1024x1024", "without a logo"],
    ["application name must be unique", "application name"],
    ["duplicate application", "application name"],
    ["Application name is taken", "application name"],
    ["website is unreachable", "website or support contact"],
    ["support email is missing", "website or support contact"],
    ["security questionnaire is missing", "questionnaire"],
    ["you must complete a flowdown to create and enable customers", "questionnaire"],
  ])("“%s” has a remedy and the place to apply it", (message, word) => {
    const remedy = remedyFor(error(message), "Chase", t);
    expect(remedy?.problem).toContain(word);
    expect(remedy?.next).toMatch(/check again\.$/);
    expect(remedy?.link.href).toMatch(/^https:\/\/dashboard\.plaid\.com\//);
  });

  test.each(["flux capacitor misaligned", "", "the customer was not found"])(
    "nobody has explained yet stays Plaid's own words: “%s”",
    (message) => {
      expect(remedyFor(error(message), "Chase", t)).toBeUndefined();
    },
  );
});
