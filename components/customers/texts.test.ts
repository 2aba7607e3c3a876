import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { describeAction } from "@/components/activity/action-texts";
import {
  type AdoptError,
  type CheckError,
  type CustomerCounts,
  countMatching,
  type EnableError,
  type RemoveError,
} from "@/lib/customers/model";
import { textsOf } from "@/lib/languages/catalogues";
import type { PlaidProblem } from "@/lib/partner-api/model";
import { fail, ok } from "@/lib/result";
import type { RevealError } from "@/lib/secrets/model";
import { canEnable, customerStatuses, describeStatus } from "@/lib/statuses/model";
import {
  answerCheck,
  explainAbsent,
  explainAdopt,
  explainEnable,
  explainRemove,
  explainReveal,
  problemText,
} from "./problem-texts";

const t = createTranslator({ ...textsOf("en"), namespace: "customers" });
const activity = createTranslator({ ...textsOf("en"), namespace: "activity" });
const acts = createTranslator({ ...textsOf("en"), namespace: "acts" });

const kinds = ["rejected", "rate_limited", "not_sent", "unavailable"] as const;
const problems: PlaidProblem[] = kinds.flatMap((kind) =>
  ["CUSTOMER_NOT_FOUND", "SOMETHING_NEW", "constructor"].map((code) => ({
    kind,
    code,
    message: "",
    requestId: null,
  })),
);
const statuses: (string | null)[] = [...customerStatuses, "ON_HOLD", null];
const refused = problems.map((problem) => ({ code: "refused", problem }) as const);

const enableErrors: EnableError[] = [
  { code: "sign_in_again" },
  { code: "not_found" },
  ...statuses.map((status) => ({ code: "not_ready", status: status ?? "" }) as const),
  ...statuses.map((status) => ({ code: "unknown", status }) as const),
  ...refused,
];
const removeErrors: (RemoveError | { code: "name_differs" })[] = [
  { code: "sign_in_again" },
  { code: "not_found" },
  { code: "not_removable", status: "ACTIVE" },
  { code: "name_differs" },
  ...refused,
];
const checkErrors: CheckError[] = [
  { code: "not_found" },
  { code: "not_sent" },
  { code: "too_soon", waitSeconds: 1 },
  { code: "too_soon", waitSeconds: 9 },
  ...refused,
];
const adoptErrors: AdoptError[] = [
  { code: "not_found" },
  { code: "not_unknown" },
  { code: "unknown_client_id" },
  { code: "other_customer", plaidName: "Other" },
  { code: "attached_elsewhere" },
  ...refused,
];
const absentErrors: Parameters<typeof explainAbsent>[0][] = [
  { code: "not_found" },
  { code: "not_unknown" },
  { code: "too_early", until: "2026-11-20T14:02:00Z" },
  { code: "name_differs" },
];
const revealErrors: RevealError[] = [
  { code: "sign_in_again" },
  { code: "promised" },
  { code: "too_many", retryAfterS: 61 },
  { code: "not_openable" },
  { code: "not_held" },
];

const texts = [
  ...enableErrors.map((error) => explainEnable(error, "Acme", t, acts)),
  ...removeErrors.map((error) => explainRemove(error, t, acts)),
  ...revealErrors.map((error) => explainReveal(error, t, acts)),
].map(({ title, text }) => `${title}. ${text}`);
texts.push(
  ...checkErrors.map((error) => answerCheck(fail(error), t).text),
  ...adoptErrors.map((error) => explainAdopt(error, "Acme", t)),
  ...absentErrors.map((error) => explainAbsent(error, t)),
  ...problems.map(problemText),
  ...statuses.map((status) => describeStatus(status ?? "").line),
);

describe("every refusal", () => {
  test.each(texts)("has words a person can use: %s", (text) => {
    expect(text.length).toBeGreaterThan(10);
    expect(text).not.toMatch(/undefined|\[object|invalid|please|oops|error occurred|function/i);
  });

  test("about a lost answer says what Plaid says now, and whether trying again is safe", () => {
    const unknown = (status: string | null) =>
      explainEnable({ code: "unknown", status }, "Acme", t, acts);

    expect(unknown("PENDING_ENABLEMENT").text).toContain("You can safely try again");
    expect(unknown("ACTIVE").text).toContain("Plaid Dashboard → Developers → Keys");
    expect(unknown(null).text).toContain("could not be asked");
  });

  test("that comes too early names the hour", () => {
    expect(explainAbsent({ code: "too_early", until: "2026-11-20T14:02:00Z" }, t)).toContain(
      "14:02 UTC",
    );
  });
});

test("a check says what Plaid said", () => {
  const { text } = answerCheck(ok({ status: "PENDING_ENABLEMENT" }), t);
  expect(text).toBe("Plaid says: Ready to enable");
});

describe("a status Plaid invents tomorrow", () => {
  test.each([
    ["ON_HOLD", "On hold"],
    ["toString", "Tostring"],
    ["__proto__", "Proto"],
  ])("%s shows as its own code", (status, label) => {
    expect(describeStatus(status)).toMatchObject({ label, turn: "plaid", tone: "neutral" });
    expect(canEnable(status)).toBe(false);
  });

  test("counts as Plaid's turn", () => {
    const counts: CustomerCounts = [
      { turn: "plaid", status: "ON_HOLD", count: 2 },
      { turn: "plaid", status: "UNDER_REVIEW", count: 1 },
      { turn: "you", status: "DRAFT", count: 5 },
    ];
    expect(countMatching(counts, { turn: "plaid" })).toBe(3);
  });
});

describe("the activity", () => {
  test("puts an act in words", () => {
    const details = { from: "UNDER_REVIEW", to: "PENDING_ENABLEMENT" };
    expect(describeAction("customer.status_changed", details, activity)).toBe(
      "status changed from “Plaid is reviewing” to “Ready to enable”",
    );
    expect(describeAction("onboarding.step_saved", { step: "redirect-uris" }, activity)).toBe(
      "saved “Redirect URIs”",
    );
  });

  test.each([
    ["something.new", "Something new"],
    ["constructor", "Constructor"],
    ["customer.status_changed", "status changed from an unknown status to an unknown status"],
  ])("shows %s whatever it is", (action, text) => {
    expect(describeAction(action, {}, activity)).toBe(text);
  });
});
