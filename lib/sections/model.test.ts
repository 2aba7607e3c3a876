import { describe, expect, test } from "vitest";
import { answerSteps } from "@/lib/onboarding/model";
import { progressOf, resumeAt, sectionsOf } from "./model";

const fresh: Parameters<typeof sectionsOf>[0] = {
  gaps: [
    { step: "company", path: "companyName" },
    { step: "company", path: "address.street" },
    { step: "support", path: "email" },
  ],
  saved: [],
  fillers: {},
  attested: false,
  confirmedBefore: false,
  refusal: null,
};
const complete = { ...fresh, gaps: [], saved: [...answerSteps] };
const refusal = { kind: "rejected", code: "LOGO_REQUIRED", message: "", requestId: null } as const;

const stateOf = (step: string, facts: typeof fresh) =>
  sectionsOf(facts).find((section) => section.step === step)?.state;

describe("a section", () => {
  test.each([
    ["nobody opened", "company", fresh, "not_started"],
    ["nobody opened, though nothing is required", "contacts", fresh, "not_started"],
    ["that lacks something", "company", { ...fresh, saved: ["company" as const] }, "in_progress"],
    ["that is whole", "contacts", { ...fresh, saved: ["contacts" as const] }, "completed"],
    ["Plaid refused", "logo", { ...complete, refusal }, "problem"],
    ["of confirmations before all is answered", "attestations", fresh, "cannot_start"],
    ["of confirmations nobody made", "attestations", complete, "not_started"],
    [
      "of confirmations an answer outran",
      "attestations",
      { ...complete, confirmedBefore: true },
      "in_progress",
    ],
    ["of confirmations that count", "attestations", { ...complete, attested: true }, "completed"],
    ["that answers nothing", "check", { ...complete, attested: true }, "not_started"],
    [
      "where a refusal about no answer shows",
      "check",
      { ...complete, refusal: { ...refusal, code: "FLOWDOWN_NOT_COMPLETE" } },
      "problem",
    ],
  ])("%s: %s", (_what, step, facts, state) => {
    expect(stateOf(step, facts)).toBe(state);
  });

  test("says by name what it lacks", () => {
    const missing = sectionsOf(fresh).map(({ missing }) => missing);
    expect(missing.slice(0, 3)).toEqual([
      ["company.companyName", "company.address.street"],
      [],
      ["support.email"],
    ]);
    const [unknown] = sectionsOf({ ...fresh, gaps: [{ step: "company", path: "" }] });
    expect(unknown?.missing).toEqual([]);
  });
});

test("the count is of the sections that ask something", () => {
  expect(progressOf(fresh)).toBe("0 of 7 sections complete");
  expect(progressOf({ ...fresh, saved: ["company", "contacts"] })).toBe("1 of 7 sections complete");
  expect(progressOf({ ...complete, attested: true })).toBe("7 of 7 sections complete");
});

describe("somebody who comes back goes on", () => {
  const resume = (facts: typeof fresh, ...latest: Parameters<typeof resumeAt>[1]) =>
    resumeAt(sectionsOf(facts), latest);

  test("at the beginning when nothing was saved", () => {
    expect(resume(fresh)).toBe("company");
  });

  test("in the section begun last, not in one that is whole", () => {
    const facts = { ...fresh, saved: ["company", "support", "contacts"] as const };
    const latest = ["contacts", "support", "company"] as const;
    expect(resume({ ...facts, saved: [...facts.saved] }, ...latest)).toBe("support");
  });

  test("in the first section that is not complete", () => {
    const facts = { ...fresh, gaps: [], saved: ["company" as const] };
    expect(resume(facts, "company")).toBe("contacts");
    expect(resume(complete, "logo")).toBe("attestations");
  });

  test("at Plaid's refusal before anything else", () => {
    const facts = { ...fresh, saved: ["company" as const], refusal };
    expect(resume(facts, "company")).toBe("logo");
  });

  test("at the last page when it can be sent, whatever was skipped", () => {
    const facts = { ...fresh, gaps: [], saved: ["company" as const], attested: true };
    expect(resume(facts, "company")).toBe("check");
  });
});
