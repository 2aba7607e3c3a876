import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { auditEntries, customers, partnerSettings, stepAnswers } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { applicant, staff, system } from "@/scripts/testing/actors";
import {
  auditOf,
  completeAnswers,
  customerRow,
  readyDraft,
  wholeStep,
} from "@/scripts/testing/drafts";
import { emptyAnswers } from "./model";
import { getOnboarding } from "./queries";
import { saveStep } from "./save-step";
import { startOnboarding } from "./start";

const { company, support } = completeAnswers("Harbor Pay");

async function keptSteps(customerId: string) {
  return db.select().from(stepAnswers).where(eq(stepAnswers.customerId, customerId));
}

describe("startOnboarding", () => {
  test("makes an empty draft of the person who asked", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await startOnboarding(onboarder);
    expect(await customerRow(id)).toMatchObject({
      status: "DRAFT",
      companyName: "",
      clientId: null,
      createdBy: onboarder.userId,
    });
    expect(await auditOf(id)).toEqual(["onboarding.started"]);
  });

  test.each([
    ["a viewer", () => staff("viewer")],
    ["an invited customer", async () => applicant],
    ["the system", async () => system],
  ])("%s may not", async (_, actor) => {
    const before = await db.$count(customers);
    await expect(startOnboarding(await actor())).rejects.toThrow(ForbiddenError);
    expect(await db.$count(customers)).toBe(before);
  });
});

describe("saveStep", () => {
  // An index of PostgreSQL takes 2,704 bytes; what compresses well would fit all the same.
  test.each(["companyName", "legalEntityName", "applicationName", "website"])(
    "keeps a %s that is much too long",
    async (field) => {
      const actor = await staff("onboarder");
      const { id } = await startOnboarding(actor);
      const typed = randomBytes(7_000).toString("base64");
      const patch = { [field]: typed };
      const saved = await saveStep(actor, { ...wholeStep(id, "company", {}), patch });
      expect(saved).toMatchObject({ ok: true, value: { complete: false } });
      const [kept] = await db.select().from(stepAnswers).where(eq(stepAnswers.customerId, id));
      expect(kept?.answers).toMatchObject(patch);
    },
  );

  test("keeps what was typed and shows tidied names in lists", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await startOnboarding(onboarder);
    const typed = { ...company, companyName: "  Harbor   Pay ", website: " harbor.example" };

    expect(await saveStep(onboarder, wholeStep(id, "company", typed))).toEqual({
      ok: true,
      value: {
        version: 1,
        savedAt: expect.any(String),
        complete: true,
        errors: {},
        warnings: expect.any(Object),
        language: "en",
        theirs: [],
        conflicts: [],
      },
    });

    expect(await keptSteps(id)).toMatchObject([
      { answers: typed, version: 1, savedBy: onboarder.userId },
    ]);
    expect(await customerRow(id)).toMatchObject({
      companyName: "Harbor Pay",
      website: "harbor.example",
      status: "DRAFT",
    });
    const [, entry] = await db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subject, id))
      .orderBy(auditEntries.seq);
    expect(entry).toMatchObject({ action: "onboarding.step_saved", details: { step: "company" } });
  });

  test("keeps wrong answers too, and says what is wrong", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await startOnboarding(onboarder);
    const answers = { ...support, email: "no address" };
    const saved = await saveStep(onboarder, wholeStep(id, "support", answers));
    expect(saved).toMatchObject({
      ok: true,
      value: { complete: false, errors: { email: expect.stringContaining("name@example.com") } },
    });
    expect(await keptSteps(id)).toMatchObject([{ answers }]);
  });

  test("a name of any length and script is kept whole and listed shortened", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await startOnboarding(onboarder);
    const companyName = "😀ש".repeat(2_500);
    const answers = { ...company, companyName };
    await saveStep(onboarder, wholeStep(id, "company", answers));
    expect([...(await customerRow(id)).companyName]).toHaveLength(200);
    expect((await getOnboarding(onboarder, id))?.answers.company.companyName).toBe(companyName);
  });

  test("a logo nobody uploaded is not one", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await startOnboarding(onboarder);
    const answers = { createLinkCustomization: true, logo: "a".repeat(64) };
    const saved = await saveStep(onboarder, wholeStep(id, "logo", answers));
    expect(saved).toMatchObject({
      value: { complete: false, errors: { logo: expect.any(String) } },
    });
  });

  test("the amount is required once the partner has a monthly commitment", async () => {
    const onboarder = await staff("onboarder");
    const id = await readyDraft(onboarder);
    await db
      .insert(partnerSettings)
      .values({ partnerName: "Nordwind", hasMonthlyCommitment: true });
    const view = await getOnboarding(onboarder, id).finally(() => db.delete(partnerSettings));
    expect(view?.requirements[0]).toMatchObject({
      code: "assets_under_management",
      section: "products",
    });
    expect(view?.attestation.payloadSha256).toBeNull();
  });
});

describe("who and when", () => {
  test.each([
    ["a viewer", () => staff("viewer")],
    ["an invited customer", async () => applicant],
    ["the system", async () => system],
  ])("%s may not save", async (_, actor) => {
    const { id } = await startOnboarding(await staff("onboarder"));
    const input = wholeStep(id, "support", support);
    await expect(saveStep(await actor(), input)).rejects.toThrow(ForbiddenError);
    expect(await keptSteps(id)).toEqual([]);
  });

  test.each(["SUBMITTING", "SUBMIT_UNKNOWN", "UNDER_REVIEW", "ACTIVE", "REMOVED", "NEW_AT_PLAID"])(
    "nothing is changed in %s",
    async (status) => {
      const onboarder = await staff("onboarder");
      const { id } = await startOnboarding(onboarder);
      await db.update(customers).set({ status }).where(eq(customers.id, id));
      const input = wholeStep(id, "support", support);
      expect(await saveStep(onboarder, input)).toMatchObject({
        ok: false,
        error: { code: "already_sent" },
      });
      expect(await keptSteps(id)).toEqual([]);
    },
  );

  test("an id that is none of ours is not found", async () => {
    const onboarder = await staff("onboarder");
    const input = wholeStep("cus_none", "support", support);
    expect(await saveStep(onboarder, input)).toEqual({ ok: false, error: { code: "not_found" } });
    expect(await getOnboarding(onboarder, "cus_none")).toBeUndefined();
  });
});

describe("status", () => {
  test("a refused draft is a draft again after the next save", async () => {
    const onboarder = await staff("onboarder");
    const id = await readyDraft(onboarder);
    await db.update(customers).set({ status: "SUBMIT_FAILED" }).where(eq(customers.id, id));
    const answers = { ...support, email: "new@harbor.example" };
    await saveStep(onboarder, wholeStep(id, "support", answers, { base: 1 }));
    expect((await customerRow(id)).status).toBe("DRAFT");
  });

  test("an answer changed and changed back is ready again, with the first evidence", async () => {
    const onboarder = await staff("onboarder");
    const answers = completeAnswers();
    const id = await readyDraft(onboarder, answers);
    const other = { ...answers.support, email: "new@harbor.example" };
    await saveStep(onboarder, wholeStep(id, "support", other, { base: 1 }));
    const between = await customerRow(id);
    await saveStep(onboarder, wholeStep(id, "support", answers.support, { base: 2 }));
    const after = await customerRow(id);
    expect([between.status, after.status]).toEqual(["DRAFT", "READY"]);
    expect(after.statusSince.getTime()).toBeGreaterThan(between.statusSince.getTime());
  });

  test("since when only moves with the status", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await startOnboarding(onboarder);
    const { statusSince } = await customerRow(id);
    await saveStep(onboarder, wholeStep(id, "support", support));
    expect((await customerRow(id)).statusSince).toEqual(statusSince);
  });
});

test("the task list tells each section apart", async () => {
  const onboarder = await staff("onboarder");
  const { id } = await startOnboarding(onboarder);
  await saveStep(onboarder, wholeStep(id, "company", company));
  await saveStep(onboarder, wholeStep(id, "support", emptyAnswers.support));
  const view = await getOnboarding(onboarder, id);
  expect(view?.sections).toMatchObject([
    { step: "company", state: "completed", missing: [] },
    { step: "contacts", state: "not_started", missing: [] },
    { step: "support", state: "in_progress", missing: ["support.email"] },
    { step: "products", state: "not_started", missing: [] },
    { step: "logo", state: "not_started", missing: [] },
    { step: "redirect-uris", state: "not_started", missing: [] },
    { step: "attestations", state: "cannot_start", missing: [] },
    { step: "check", state: "not_started", missing: [] },
  ]);
  expect(view).toMatchObject({ started: true, resume: "support" });
});

test("a draft nobody has touched knows already what it lacks", async () => {
  const onboarder = await staff("onboarder");
  const { id } = await startOnboarding(onboarder);
  const { gaps } = await customerRow(id);
  expect(gaps).toContainEqual({ step: "company", path: "companyName" });
  expect(gaps).toContainEqual({ step: "support", path: "email" });
  expect(await getOnboarding(onboarder, id)).toMatchObject({ started: false, resume: "company" });
});
