import { describe, expect, test } from "vitest";
import { blocking } from "@/lib/requirements/model";
import { staff } from "@/scripts/testing/actors";
import { emulator } from "@/scripts/testing/context";
import {
  completeAnswers,
  confirm,
  customerRow,
  readyDraft,
  wholeStep,
} from "@/scripts/testing/drafts";
import type { AnswerStep, Answers } from "./model";
import { getOnboarding } from "./queries";
import { saveStep } from "./save-step";
import { submitOnboarding } from "./submit";

/** A draft Plaid has refused with this code. */
async function refused(code: string, change: (answers: Answers) => Answers = (answers) => answers) {
  const actor = await staff("onboarder");
  const answers = change(completeAnswers());
  const id = await readyDraft(actor, answers);
  const containing = answers.company.companyName;
  const fault = { kind: "partner-error", code, times: 1, containing } as const;
  await emulator.faults([{ endpoint: "/partner/customer/create", ...fault }]);
  const sent = await submitOnboarding(actor, id);
  expect(sent).toMatchObject({ ok: false, error: { code: "refused", problem: { code } } });

  const save = (step: AnswerStep, patch: object) =>
    saveStep(actor, { ...wholeStep(id, step, {}), base: 99, patch: { ...patch } });
  const view = async () => {
    const found = await getOnboarding(actor, id);
    if (!found) throw new Error(`There is no draft ${id}`);
    return found;
  };
  const due = async () => blocking((await view()).requirements).map(({ code: due }) => due);
  return { actor, id, answers, save, view, due };
}

const statusOf = async (id: string) => (await customerRow(id)).status;

describe("a refusal of one answer", () => {
  test("stays while other answers change, also wrong ones in the same step", async () => {
    const { id, save, view, due } = await refused("CUSTOMER_ALREADY_CREATED");
    await save("support", { email: "new@harbor.example" });
    await save("company", { website: "not a web address" });

    expect(await statusOf(id)).toBe("SUBMIT_FAILED");
    expect(await view()).toMatchObject({
      problem: {
        problem: { code: "CUSTOMER_ALREADY_CREATED", requestId: expect.any(String) },
        step: "company",
        field: "applicationName",
      },
      resume: "company",
    });
    expect(await due()).toEqual([
      "application_name",
      "website",
      "is_diligence_attested",
      "bank_addendum_acceptance",
    ]);
  });

  test("is told at its field with each save", async () => {
    const { answers, save } = await refused("CUSTOMER_ALREADY_CREATED");
    const other = await save("company", { "address.street": "13 Harbor Street" });
    expect(other).toMatchObject({
      value: {
        complete: true,
        errors: { applicationName: expect.stringContaining("Plaid already") },
      },
    });
    const renamed = await save("company", { applicationName: "Harbor Two" });
    expect(renamed).toMatchObject({ value: { complete: true, errors: {} } });
    const back = await save("company", { applicationName: answers.company.applicationName });
    expect(back).toMatchObject({ value: { errors: { applicationName: expect.any(String) } } });
  });

  test("ends when that answer would be sent in another form, not when it is only typed differently", async () => {
    const { id, answers, save, view } = await refused("CUSTOMER_ALREADY_CREATED");
    await save("company", { applicationName: `  ${answers.company.applicationName} ` });
    expect(await statusOf(id)).toBe("SUBMIT_FAILED");

    await save("company", { applicationName: `${answers.company.applicationName} Two` });
    expect(await statusOf(id)).toBe("DRAFT");
    expect((await view()).problem).toBeNull();
  });

  test("outlives a new confirmation", async () => {
    const { actor, id, save, view } = await refused("CUSTOMER_ALREADY_CREATED");
    await save("support", { email: "new@harbor.example" });
    await confirm(actor, id);
    expect((await view()).attestation.current).toBe(true);
    expect(await statusOf(id)).toBe("SUBMIT_FAILED");
  });

  test.each<[code: string, step: AnswerStep, patch: object]>([
    ["LOGO_REQUIRED", "logo", { createLinkCustomization: true }],
    ["INVALID_LOGO", "logo", { createLinkCustomization: true }],
    ["CONTACT_REQUIRED", "contacts", { "billing.use": "ours" }],
  ])("%s ends with any answer it may be about", async (code, step, patch) => {
    const { save, view } = await refused(code);
    expect((await view()).problem).toMatchObject({ step });
    await save(step, patch);
    expect((await view()).problem).toBeNull();
  });

  test("makes the portal ask for what Plaid asks for, also where the settings do not", async () => {
    const { id, save, view } = await refused("ASSETS_UNDER_MANAGEMENT_REQUIRED");
    const before = await view();
    expect(before.partner.hasMonthlyCommitment).toBe(true);
    expect(before.problem).toMatchObject({ step: "products" });
    expect(before.requirements[0]).toMatchObject({ code: "assets_under_management" });

    await save("support", { email: "new@harbor.example" });
    expect(await statusOf(id)).toBe("SUBMIT_FAILED");
    await save("products", {
      "assetsUnderManagement.amount": "2,500,000",
      "assetsUnderManagement.currency": "USD",
    });
    const after = await view();
    expect(after.problem).toBeNull();
    expect(after.request).toMatchObject({
      assets_under_management: { amount: 2_500_000, iso_currency_code: "USD" },
    });
  });
});

describe("a refusal of no answer", () => {
  test("stands until the draft is sent again", async () => {
    const { actor, id, save, view, due } = await refused("FLOWDOWN_NOT_COMPLETE");
    expect(await view()).toMatchObject({
      problem: { step: null, field: null },
      resume: "check",
    });
    expect(await due()).toEqual(["FLOWDOWN_NOT_COMPLETE"]);
    await save("support", {});
    expect(await statusOf(id)).toBe("SUBMIT_FAILED");
    expect(await submitOnboarding(actor, id)).toEqual({
      ok: true,
      value: { status: "PENDING_ENABLEMENT" },
    });
  });
});
