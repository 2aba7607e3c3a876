import { describe, expect, test } from "vitest";
import { type Facts, requirementsOf } from "@/lib/requirements/model";
import { calm, codesOf } from "@/scripts/testing/facts";

describe("a customer Plaid knows", () => {
  test.each([
    ["SUBMIT_UNKNOWN", ["create_outcome"]],
    ["UNDER_REVIEW", []],
    ["MORE_INFORMATION_NEEDED", ["more_information"]],
    ["PENDING_ENABLEMENT", ["enable"]],
    ["ENABLING", []],
    ["ENABLE_UNKNOWN", ["enable_outcome"]],
    ["ACTIVE", []],
    ["DENIED", ["denied"]],
    ["REMOVED", []],
    ["ON_HOLD", []],
    ["constructor", []],
  ])("in %s", (status, codes) => {
    expect(codesOf({ status })).toEqual(codes);
  });

  test("leads to the question of enabling by the name of what is done there", () => {
    const [enable] = requirementsOf({ ...calm, status: "PENDING_ENABLEMENT" });
    expect(enable?.action).toEqual({
      label: "Enable in Production",
      href: "/customers/cus_1/enable",
    });
  });

  test("waits for banks, and for you where one needs something", () => {
    const live: Facts = {
      ...calm,
      status: "ACTIVE",
      banksTotal: 9,
      banksEnabled: 5,
      banksAttention: 1,
    };
    expect(requirementsOf(live)).toMatchObject([
      {
        owner: "you",
        reason: "1 bank needs attention",
        action: { href: "/customers/cus_1/banks" },
      },
      { owner: "bank", reason: expect.stringMatching(/^3 banks have not registered the app yet/) },
    ]);
    expect(codesOf({ ...live, banksEnabled: 9, banksAttention: 0 })).toEqual([]);
  });

  test.each([
    ["NOT_STARTED", "you", "NOT_STARTED", "customer"],
    ["NEGOTIATION", "you", "RECEIVED", "plaid"],
    ["IN_REVIEW", "plaid", "SOMETHING_NEW", "plaid"],
  ])(
    "flowdown %s is %s's, questionnaire %s is %s's",
    (flowdownStatus, one, questionnaireStatus, two) => {
      const found = requirementsOf({
        ...calm,
        status: "ACTIVE",
        flowdownStatus,
        questionnaireStatus,
      });
      expect(found.map(({ code, owner }) => [code, owner])).toEqual([
        ["flowdown_status", one],
        ["questionnaire_status", two],
      ]);
      const complete = { flowdownStatus: "COMPLETE", questionnaireStatus: "COMPLETE" };
      expect(codesOf({ status: "ACTIVE", ...complete })).toEqual([]);
    },
  );

  test("that Plaid does not find any more is told so first", () => {
    expect(codesOf({ status: "PENDING_ENABLEMENT", missingAtPlaid: true })).toEqual([
      "customer_not_found",
      "enable",
    ]);
    expect(codesOf({ status: "REMOVED", missingAtPlaid: true })).toEqual([]);
  });
});

test("connections without OAuth that end soon are announced, of a live customer only", () => {
  const classicEnds = { bank: "Chase", day: "2026-06-30" };
  const live = { status: "ACTIVE", banksTotal: 1, banksEnabled: 1, classicEnds };
  expect(codesOf(live)).toEqual(["classic_disablement_date"]);
  expect(codesOf({ ...live, status: "PENDING_ENABLEMENT" })).not.toContain(
    "classic_disablement_date",
  );
});
