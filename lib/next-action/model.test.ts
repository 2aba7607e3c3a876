import { describe, expect, test } from "vitest";
import { type Facts, requirementsOf } from "@/lib/requirements/model";
import { customerStatuses, describeStatus } from "@/lib/statuses/model";
import { calm } from "@/scripts/testing/facts";
import { calmSentence, nextAction } from "./model";

function next(facts: Partial<Facts> & { status: string }) {
  const all = { ...calm, ...facts };
  return nextAction({ ...all, requirements: requirementsOf(all) });
}

describe("the one thing to do", () => {
  test.each([
    ["DRAFT", "Continue draft", "/onboardings/cus_1"],
    ["INVITED", null, null],
    ["CUSTOMER_EDITING", null, null],
    ["IN_REVIEW", "Review", "/review/cus_1"],
    ["CHANGES_REQUESTED", null, null],
    ["REJECTED", null, null],
    ["READY", "Submit", "/onboardings/cus_1/check"],
    ["SUBMITTING", null, null],
    ["SUBMIT_UNKNOWN", "Find out what happened", "/customers/cus_1#reconcile"],
    ["UNDER_REVIEW", null, null],
    ["MORE_INFORMATION_NEEDED", "Open the Plaid Dashboard", /^https:\/\/dashboard\.plaid\.com\//],
    ["PENDING_ENABLEMENT", "Enable in Production", "/customers/cus_1/enable"],
    ["ENABLING", null, null],
    ["ENABLE_UNKNOWN", "Check the status", "/customers/cus_1"],
    ["ACTIVE", null, null],
    ["DENIED", "Open the Plaid Dashboard", /^https:\/\/dashboard\.plaid\.com\//],
    ["REMOVED", null, null],
    ["ON_HOLD", null, null],
  ])("%s: %s", (status, label, href) => {
    const action = next({ status });
    expect(action?.label ?? null).toBe(label);
    if (href === null) expect(action).toBeNull();
    else expect(action?.href).toMatch(href);
  });

  test("every status has an action or a sentence that says who is at work", () => {
    for (const status of [...customerStatuses, "ON_HOLD"]) {
      const { turn } = describeStatus(status);
      expect(next({ status }) !== null || turn !== "you", status).toBe(true);
      expect(calmSentence(turn)).toMatch(/^Nothing to do for you now/);
    }
  });

  test("of a refused draft is the answer Plaid refused", () => {
    const refusal = {
      kind: "rejected",
      code: "INVALID_LOGO",
      message: "logo",
      requestId: null,
    } as const;
    expect(next({ status: "SUBMIT_FAILED", refusal })).toMatchObject({
      label: "Change the logo",
      href: "/onboardings/cus_1/logo#logo",
    });
  });

  test("of a live customer is a bank that needs attention", () => {
    expect(next({ status: "ACTIVE", banksTotal: 3, banksAttention: 1 })?.href).toBe(
      "/customers/cus_1/banks",
    );
  });

  test("of a customer Plaid does not know is to look there, not to enable it", () => {
    const action = next({ status: "PENDING_ENABLEMENT", missingAtPlaid: true });
    expect(action?.label).toBe("Open the Plaid Dashboard");
  });
});
