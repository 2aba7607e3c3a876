import * as fc from "fast-check";
import { PartnerEndCustomerStatus } from "plaid";
import { describe, expect, test } from "vitest";
import { fields } from "@/lib/fields/model";
import { fillers } from "@/lib/invitations/model";
import { answerSteps, isStep } from "@/lib/onboarding/model";
import { explainedCodes } from "@/lib/refusals/model";
import { customerStatuses, isDraft } from "@/lib/statuses/model";
import { calm, refusal } from "@/scripts/testing/facts";
import { blocking, type Facts, headlineOf, nothingBlocks, requirementsOf } from "./model";

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

const anyInstant = fc.date({ noInvalidDate: true }).map((at) => at.toISOString());

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
  fillers: fc.dictionary(fc.constantFrom(...answerSteps), fc.constantFrom(...fillers)),
  standing: fc.option(
    fc.record({
      invitation: fc.option(
        fc.record({
          email: fc.emailAddress(),
          sentAt: anyInstant,
          expiresAt: anyInstant,
          undelivered: fc.constantFrom("refused", "not_configured", "failed", null),
        }),
      ),
      activeAt: fc.option(anyInstant),
      submission: fc.option(fc.record({ name: fc.option(fc.string()), at: anyInstant })),
      toFix: fc.nat(5),
    }),
  ),
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
  classicEnds: fc.constantFrom(null, { bank: "Chase", day: "2026-06-30" }),
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
            expect(action?.href).toMatch(/^(\/(onboardings|customers|review)\/cus_|https:)/);
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
