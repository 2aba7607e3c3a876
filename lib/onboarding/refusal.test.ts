import { describe, expect, test } from "vitest";
import { partner } from "@/scripts/testing/partner";
import { checkStep } from "./check-step";
import { type Answers, answerSteps, emptyAnswers } from "./model";
import type { Draft } from "./payload";
import { stillRefused } from "./refusal";

const complete: Answers = {
  ...emptyAnswers,
  company: {
    ...emptyAnswers.company,
    companyName: "Harbor",
    legalEntityName: "Harbor Inc.",
    website: "harbor.example",
    applicationName: "Harbor Pay",
    address: {
      countryCode: "US",
      street: "12 Harbor Street",
      city: "Boston",
      region: "MA",
      postalCode: "02109",
    },
  },
  support: { ...emptyAnswers.support, email: "help@harbor.example" },
};

function checksOf(answers: Answers, hasMonthlyCommitment = false): Draft["checks"] {
  const of = { ...partner, hasMonthlyCommitment };
  const checks = answerSteps.map((step) => [step, checkStep(step, answers, of)]);
  return Object.fromEntries(checks) as Draft["checks"];
}

/** What was refused, as it comes back from the database. */
const payload: unknown = JSON.parse(
  JSON.stringify(
    Object.fromEntries(Object.entries(checksOf(complete)).map(([step, { sent }]) => [step, sent])),
  ),
);

const problem = (code: string, message = "") =>
  ({ kind: "rejected", code, message, requestId: null }) as const;
const withCompany = (company: Partial<Answers["company"]>): Answers => ({
  ...complete,
  company: { ...complete.company, ...company },
});
const nameTaken = problem("CUSTOMER_ALREADY_CREATED");

describe("a refusal stands", () => {
  test.each<[string, Answers]>([
    ["nothing changes", complete],
    [
      "other answers change",
      {
        ...withCompany({ companyName: "Quay" }),
        logo: { createLinkCustomization: true, logo: "" },
      },
    ],
    ["other answers become wrong", withCompany({ website: "no web address", legalEntityName: "" })],
    [
      "the answer is only typed differently",
      withCompany({ applicationName: "  Harbor\u00a0Pay " }),
    ],
  ])("while %s", (_what, answers) => {
    expect(stillRefused(nameTaken, payload, checksOf(answers))).toBe(true);
  });

  test("while it is about no answer, whatever changes", () => {
    expect(stillRefused(problem("FLOWDOWN_NOT_COMPLETE"), payload, checksOf(emptyAnswers))).toBe(
      true,
    );
    expect(stillRefused(problem("NOT_INVENTED_YET"), payload, checksOf(emptyAnswers))).toBe(true);
  });

  test("while what Plaid asks for is still missing", () => {
    const asked = problem("ASSETS_UNDER_MANAGEMENT_REQUIRED");
    expect(stillRefused(asked, payload, checksOf(complete, true))).toBe(true);
    const products = {
      ...complete.products,
      assetsUnderManagement: { amount: "2500000", currency: "USD" },
    };
    expect(stillRefused(asked, payload, checksOf({ ...complete, products }, true))).toBe(false);
  });
});

describe("a refusal ends", () => {
  test.each(["Harbor Pay 2", "harbor pay", ""])("when the answer becomes %j", (applicationName) => {
    const checks = checksOf(withCompany({ applicationName }));
    expect(stillRefused(nameTaken, payload, checks)).toBe(false);
  });

  test("when a part of what it is about changes", () => {
    const about = problem("INVALID_FIELD", "address is unknown");
    expect(stillRefused(about, payload, checksOf(complete))).toBe(true);
    const moved = withCompany({ address: { ...complete.company.address, city: "Salem" } });
    expect(stillRefused(about, payload, checksOf(moved))).toBe(false);
  });

  test("when what was refused is not known any more", () => {
    for (const lost of [null, {}, "text", []]) {
      expect(stillRefused(nameTaken, lost, checksOf(complete))).toBe(false);
    }
  });
});
