import * as fc from "fast-check";
import { PartnerEndCustomerStatus } from "plaid";
import { describe, expect, test } from "vitest";
import { fields } from "@/lib/fields/model";
import { answerSteps, isStep } from "@/lib/onboarding/model";
import { explainedCodes } from "@/lib/refusals/model";
import { customerStatuses, isDraft } from "@/lib/statuses/model";
import { blocking, type Facts, headlineOf, nothingBlocks, requirementsOf } from "./model";

const calm: Facts = {
  id: "cus_1",
  status: "DRAFT",
  statusSince: "2026-11-20T10:00:00.000Z",
  gaps: [],
  saved: [],
  attested: false,
  confirmedBefore: false,
  refusal: null,
  left: [],
  banksTotal: 0,
  banksEnabled: 0,
  banksAttention: 0,
  flowdownStatus: null,
  questionnaireStatus: null,
  missingAtPlaid: false,
};

const refusal = (code: string) =>
  ({ kind: "rejected", code, message: "", requestId: "AbC123" }) as const;
const codesOf = (facts: Partial<Facts>) =>
  requirementsOf({ ...calm, ...facts }).map(({ code }) => code);

describe("a draft", () => {
  test("lacks what Plaid's fields are called, in the order of the wizard", () => {
    const gaps = [
      { step: "support", path: "email" },
      { step: "products", path: "assetsUnderManagement.currency" },
      { step: "company", path: "address.city" },
      { step: "company", path: "website" },
      { step: "company", path: "address.street" },
      { step: "products", path: "assetsUnderManagement.amount" },
    ] as const;
    expect(codesOf({ gaps: [...gaps] })).toEqual([
      "website",
      "address",
      "customer_support_info.email",
      "assets_under_management",
      "is_diligence_attested",
      "bank_addendum_acceptance",
    ]);
  });

  test("says which parts of an object are missing, and leads to the first", () => {
    const [address] = requirementsOf({
      ...calm,
      gaps: [
        { step: "company", path: "address.postalCode" },
        { step: "company", path: "address.street" },
      ],
    });
    expect(address).toMatchObject({
      section: "company",
      owner: "you",
      severity: "blocks_submit",
      reason: "Street and Postal code are missing or have to be corrected",
      action: { label: "Go to Company", href: "/onboardings/cus_1/company#address.street" },
    });
  });

  test("of which only a section is known to be incomplete leads to that section", () => {
    const [company] = requirementsOf({ ...calm, gaps: [{ step: "company", path: "" }] });
    expect(company).toMatchObject({
      code: "company",
      reason: "Company is missing or has to be corrected",
      action: { href: "/onboardings/cus_1/company" },
    });
  });

  test("says when a confirmation has to be made again", () => {
    const [diligence] = requirementsOf({ ...calm, confirmedBefore: true });
    expect(diligence?.reason).toContain("confirmed again");
  });

  test("that is ready has to be sent", () => {
    expect(requirementsOf({ ...calm, status: "READY", attested: true })).toMatchObject([
      { code: "submit", owner: "you", action: { href: "/onboardings/cus_1/check" } },
    ]);
  });

  test("that was refused begins with the refusal, at its field", () => {
    const [first, second] = requirementsOf({
      ...calm,
      status: "SUBMIT_FAILED",
      refusal: refusal("CUSTOMER_ALREADY_CREATED"),
      gaps: [{ step: "company", path: "companyName" }],
    });
    expect(first).toMatchObject({
      code: "application_name",
      section: "company",
      since: calm.statusSince,
      action: {
        label: "Change the application name",
        href: "/onboardings/cus_1/company#applicationName",
      },
    });
    expect(first?.reason).toMatch(/^Plaid already has an application with this name\. /);
    expect(second?.code).toBe("company_name");
  });

  test("that was refused for no answer of ours says who must do what, and is sent again", () => {
    const [first] = requirementsOf({
      ...calm,
      status: "SUBMIT_FAILED",
      attested: true,
      refusal: refusal("FLOWDOWN_NOT_COMPLETE"),
    });
    expect(first).toMatchObject({
      code: "FLOWDOWN_NOT_COMPLETE",
      section: "check",
      action: { href: "/onboardings/cus_1/check" },
    });
    expect(first?.reason).toContain("An admin of your Plaid team");
  });

  test("is told what is worth adding last, and it blocks nothing", () => {
    const facts: Facts = {
      ...calm,
      status: "READY",
      attested: true,
      left: [
        { step: "support", path: "phoneNumber" },
        { step: "logo", path: "logo" },
        { step: "support", path: "contactUrl" },
      ],
    };
    const all = requirementsOf(facts);
    expect(all.map(({ code }) => code)).toEqual([
      "submit",
      "customer_support_info.phone_number",
      "logo",
    ]);
    expect(blocking(all)).toEqual(all.slice(0, 1));
  });
});

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

/** Every status, ours, Plaid's and one nobody knows, with every kind of fact beside every other. */
function* everyCase(): Generator<Facts> {
  const whether = [true, false];
  const gaps: Facts["gaps"][] = [[], [{ step: "company", path: "website" }]];
  const refusals = [null, refusal("LOGO_REQUIRED"), refusal("FLOWDOWN_NOT_COMPLETE")];
  const banks = [
    { banksTotal: 0, banksEnabled: 0, banksAttention: 0 },
    { banksTotal: 9, banksEnabled: 5, banksAttention: 2 },
    { banksTotal: 9, banksEnabled: 9, banksAttention: 0 },
  ];
  const agreements = [null, "NOT_STARTED", "COMPLETE"];
  for (const status of [...customerStatuses, ...Object.values(PartnerEndCustomerStatus), "ON_HOLD"])
    for (const gap of gaps)
      for (const attested of whether)
        for (const refused of refusals)
          for (const missingAtPlaid of whether)
            for (const bank of banks)
              for (const agreement of agreements) {
                const of = { flowdownStatus: agreement, questionnaireStatus: agreement };
                const draft = { gaps: gap, attested, confirmedBefore: attested, refusal: refused };
                yield { ...calm, status, ...draft, missingAtPlaid, ...bank, ...of };
              }
}

test("every status with every combination of facts says what to do, or that nothing is to be done", () => {
  let cases = 0;
  for (const facts of everyCase()) {
    cases += 1;
    const found = requirementsOf(facts);
    const helpless = found.filter(({ owner, action }) => owner === "you" && action === null);
    const silent = found.filter(({ reason }) => reason.length < 10);
    const empty = found.length === 0 && !/^Nothing .+\.$/.test(nothingBlocks(facts));
    if (helpless.length + silent.length > 0 || empty) throw new Error(JSON.stringify(facts));
  }
  expect(cases).toBeGreaterThan(4_000);
});

const anyFacts: fc.Arbitrary<Facts> = fc.record({
  id: fc.stringMatching(/^cus_[a-z0-9]{1,10}$/),
  status: fc.oneof(fc.constantFrom(...customerStatuses), fc.string()),
  statusSince: fc.constant(calm.statusSince),
  gaps: fc.array(
    fc.record({
      step: fc.constantFrom(...answerSteps),
      path: fc.oneof(fc.constantFrom(...fields.map(({ path }) => path)), fc.string()),
    }),
  ),
  saved: fc.subarray([...answerSteps]),
  attested: fc.boolean(),
  confirmedBefore: fc.boolean(),
  refusal: fc.option(
    fc.record({
      kind: fc.constantFrom("rejected", "rate_limited", "not_sent", "unavailable"),
      code: fc.oneof(fc.constantFrom(...explainedCodes), fc.string({ minLength: 1 })),
      message: fc.oneof(fc.constantFrom(...fields.map(({ plaid }) => plaid)), fc.string()),
      requestId: fc.constant(null),
    }),
  ),
  left: fc.array(fc.constantFrom(...fields.map(({ step, path }) => ({ step, path })))),
  banksTotal: fc.nat(20),
  banksEnabled: fc.nat(20),
  banksAttention: fc.nat(20),
  flowdownStatus: fc.option(fc.oneof(fc.constantFrom("NOT_STARTED", "COMPLETE"), fc.string())),
  questionnaireStatus: fc.option(fc.oneof(fc.constantFrom("RECEIVED", "COMPLETE"), fc.string())),
  missingAtPlaid: fc.boolean(),
});
const ranks = ["blocks_submit", "blocks_enable", "blocks_banks", "recommended"];

describe("for every status and all facts", () => {
  test("each requirement has a reason, and an action or somebody else who acts", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { reason, owner, action, section, code } of requirementsOf(facts)) {
          expect(reason.length).toBeGreaterThan(10);
          expect(reason).not.toMatch(/undefined|\[object|\.$/);
          expect(code).not.toBe("");
          if (owner === "you")
            expect(action?.href).toMatch(/^(\/(onboardings|customers)\/cus_|https:)/);
          if (section !== null) expect(isStep(section)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("what blocks more comes first, in the same order whatever order the facts came in", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const found = requirementsOf(facts);
        const order = found.map(({ severity }) => ranks.indexOf(severity));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        expect(new Set(found.map(({ code }) => code)).size).toBe(found.length);
        expect(requirementsOf({ ...facts, gaps: facts.gaps.toReversed() })).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });

  test("the list is empty only with a sentence that says what the status means", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(nothingBlocks(facts)).toMatch(/^Nothing .+\.$/);
        if (isDraft(facts.status)) expect(blocking(requirementsOf(facts))).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test.each([...customerStatuses, "ON_HOLD"])("%s has something to say", (status) => {
    const said =
      requirementsOf({ ...calm, status }).length > 0 || nothingBlocks({ ...calm, status });
    expect(said).toBeTruthy();
    expect(nothingBlocks({ ...calm, status })).not.toMatch(/please|oops|invalid/i);
  });
});

describe("the line under a badge", () => {
  test("of a draft counts its sections and names what comes next", () => {
    const facts: Facts = {
      ...calm,
      saved: ["company", "contacts", "support"],
      gaps: [
        { step: "support", path: "email" },
        { step: "company", path: "website" },
      ],
    };
    expect(headlineOf(facts)).toEqual({
      line: "1 of 7 sections complete · next: Website",
      action: { label: "Go to Company", href: "/onboardings/cus_1/company#website" },
    });
    expect(headlineOf({ ...facts, gaps: [] }).line).toBe(
      "3 of 7 sections complete · next: Confirmations",
    );
  });

  test("is the first reason, else what the status says; recommendations are not shown there", () => {
    const left: Facts["left"] = [{ step: "logo", path: "logo" }];
    const ready: Facts = { ...calm, status: "READY", attested: true, left };
    expect(headlineOf(ready).line).toBe("All required answers given");
    expect(headlineOf({ ...calm, status: "UNDER_REVIEW" })).toEqual({
      line: "Often means Plaid already knows this company: ask your account manager",
      action: null,
    });
    expect(headlineOf({ ...calm, status: "ON_HOLD" }).line).toBe("New status from Plaid");
  });
});
