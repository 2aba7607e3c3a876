import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { textsOf } from "@/lib/languages/catalogues";
import { aboutError, aboutSilence, mailTo } from "./messages";
import { summaryOf } from "./summary";

const summary = createTranslator({ ...textsOf("en"), namespace: "banks.summary" });
const letter = createTranslator({ ...textsOf("en"), namespace: "banks.message" });

const now = Date.UTC(2026, 10, 21, 12);
const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString();

describe("the sentence over a customer's banks", () => {
  test.each([
    [
      { ENABLED: 7, ATTENTION_REQUIRED: 1, PROCESSING: 1 },
      6.5,
      "7 of 9 enabled · 1 needs attention · 1 processing for 6 days",
    ],
    [
      { PROCESSING: 2, ATTENTION_REQUIRED: 2 },
      1,
      "0 of 4 enabled · 2 need attention · 2 processing, the longest for 1 day",
    ],
    [{ PROCESSING: 1 }, 0.5, "0 of 1 enabled · 1 processing"],
    [
      { ENABLED: 1, ON_HOLD: 1, NOT_STARTED: 1 },
      null,
      "1 of 3 enabled · 1 not started · 1 on hold",
    ],
    [{}, null, "0 of 0 enabled"],
  ])("%j", (counts, days, text) => {
    const processingSince = days === null ? null : daysAgo(days);
    expect(summaryOf({ counts, processingSince }, now, summary)).toBe(text);
  });
});

describe("a letter to the account manager", () => {
  const customer = { company: "A & B", clientId: "634758733ebb4f00134b85ea" };

  test("names customer, bank and request", () => {
    const error = {
      ...{ errorType: "PARTNER_ERROR", errorCode: "OAUTH_REGISTRATION_ERROR" },
      ...{ errorMessage: "flux", displayMessage: null, requestId: "T3739OvIAI8ssGD" },
    };
    const { body } = aboutError(customer, "Chase", error, letter);
    for (const word of ["A & B", "634758733ebb4f00134b85ea", "Chase", "flux", "T3739OvIAI8ssGD"]) {
      expect(body).toContain(word);
    }
  });

  test("arrives as it was written", () => {
    const message = aboutSilence(customer, "17 Nov 2026", letter);
    const address = new URL(mailTo(message));
    expect(address.searchParams.get("subject")).toBe(message.subject);
    expect(address.searchParams.get("body")).toBe(message.body.replaceAll("\n", "\r\n"));
  });
});
