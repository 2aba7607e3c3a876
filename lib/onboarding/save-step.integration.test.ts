import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { auditEntries, customers, partnerSettings, stepAnswers } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { applicant, staff, system } from "@/scripts/testing/actors";
import { auditOf, completeAnswers, customerRow, readyDraft } from "@/scripts/testing/drafts";
import { getOnboarding } from "./queries";
import { saveStep } from "./save-step";
import { emptyAnswers } from "./schema";
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
  test("keeps what was typed and shows tidied names in lists", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await startOnboarding(onboarder);
    const typed = { ...company, companyName: "  Harbor   Pay ", website: " harbor.example" };

    expect(await saveStep(onboarder, { id, step: "company", answers: typed, version: 0 })).toEqual({
      ok: true,
      value: { complete: true, errors: {}, version: 1 },
    });

    expect(await keptSteps(id)).toMatchObject([
      { answers: typed, complete: true, version: 1, savedBy: onboarder.userId },
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
    const saved = await saveStep(onboarder, { id, step: "support", answers, version: 0 });
    expect(saved).toMatchObject({
      ok: true,
      value: { complete: false, errors: { email: expect.stringContaining("name@example.com") } },
    });
    expect(await keptSteps(id)).toMatchObject([{ answers, complete: false }]);
  });

  test("a name of any length and script is kept whole and listed shortened", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await startOnboarding(onboarder);
    const companyName = "😀ש".repeat(2_500);
    const answers = { ...company, companyName };
    await saveStep(onboarder, { id, step: "company", answers, version: 0 });
    expect([...(await customerRow(id)).companyName]).toHaveLength(200);
    expect((await getOnboarding(onboarder, id))?.answers.company.companyName).toBe(companyName);
  });

  test("a logo nobody uploaded is not one", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await startOnboarding(onboarder);
    const answers = { createLinkCustomization: true, logo: "a".repeat(64) };
    const saved = await saveStep(onboarder, { id, step: "logo", answers, version: 0 });
    expect(saved).toMatchObject({
      value: { complete: false, errors: { logo: expect.any(String) } },
    });
  });

  test("the amount is required once the partner has a monthly commitment", async () => {
    const onboarder = await staff("onboarder");
    await db
      .insert(partnerSettings)
      .values({ partnerName: "Nordwind", hasMonthlyCommitment: true });
    const id = await readyDraft(onboarder).finally(() => db.delete(partnerSettings));
    await db
      .insert(partnerSettings)
      .values({ partnerName: "Nordwind", hasMonthlyCommitment: true });
    const view = await getOnboarding(onboarder, id).finally(() => db.delete(partnerSettings));
    expect(view?.incomplete).toEqual(["products"]);
    expect(view?.attestation.payloadSha256).toBeNull();
  });
});

describe("two people, one step", () => {
  test("the second is told who was first, and overwrites nothing", async () => {
    const first = await staff("onboarder");
    const second = await staff("admin");
    const { id } = await startOnboarding(first);
    await saveStep(first, { id, step: "support", answers: support, version: 0 });

    const theirs = { ...support, email: "other@harbor.example" };
    expect(await saveStep(second, { id, step: "support", answers: theirs, version: 0 })).toEqual({
      ok: false,
      error: { code: "changed_meanwhile", by: first.name, version: 1 },
    });
    expect(await keptSteps(id)).toMatchObject([{ answers: support, version: 1 }]);
  });

  test("who then saves again over the newer version is heard", async () => {
    const first = await staff("onboarder");
    const { id } = await startOnboarding(first);
    await saveStep(first, { id, step: "support", answers: support, version: 0 });
    const again = { ...support, email: "other@harbor.example" };
    const saved = await saveStep(first, { id, step: "support", answers: again, version: 1 });
    expect(saved).toMatchObject({ ok: true, value: { version: 2 } });
  });

  test("the same answers twice are no conflict and no second save", async () => {
    const first = await staff("onboarder");
    const { id } = await startOnboarding(first);
    const input = { id, step: "support", answers: support, version: 0 } as const;
    await saveStep(first, input);
    expect(await saveStep(await staff("admin"), input)).toMatchObject({
      ok: true,
      value: { version: 1 },
    });
    expect(await auditOf(id)).toEqual(["onboarding.started", "onboarding.step_saved"]);
  });

  // Guarantees that no answer is ever lost without its author being told.
  test("ten at once: one wins, nine are told", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await startOnboarding(onboarder);
    const saves = Array.from({ length: 10 }, (_, n) => {
      const answers = { ...support, email: `help${n}@harbor.example` };
      return saveStep(onboarder, { id, step: "support", answers, version: 0 });
    });
    const outcomes = await Promise.all(saves);
    const won = outcomes.filter(({ ok }) => ok);
    expect(won).toHaveLength(1);
    for (const outcome of outcomes) {
      if (!outcome.ok) {
        expect(outcome.error).toEqual({ code: "changed_meanwhile", by: "You", version: 1 });
      }
    }
    const winner = outcomes.findIndex(({ ok }) => ok);
    expect(await keptSteps(id)).toMatchObject([
      { version: 1, answers: { email: `help${winner}@harbor.example` } },
    ]);
    expect(await auditOf(id)).toEqual(["onboarding.started", "onboarding.step_saved"]);
  });
});

describe("who and when", () => {
  test.each([
    ["a viewer", () => staff("viewer")],
    ["an invited customer", async () => applicant],
    ["the system", async () => system],
  ])("%s may not save", async (_, actor) => {
    const { id } = await startOnboarding(await staff("onboarder"));
    const input = { id, step: "support", answers: support, version: 0 } as const;
    await expect(saveStep(await actor(), input)).rejects.toThrow(ForbiddenError);
    expect(await keptSteps(id)).toEqual([]);
  });

  test.each(["SUBMITTING", "SUBMIT_UNKNOWN", "UNDER_REVIEW", "ACTIVE", "REMOVED", "NEW_AT_PLAID"])(
    "nothing is changed in %s",
    async (status) => {
      const onboarder = await staff("onboarder");
      const { id } = await startOnboarding(onboarder);
      await db.update(customers).set({ status }).where(eq(customers.id, id));
      const input = { id, step: "support", answers: support, version: 0 } as const;
      expect(await saveStep(onboarder, input)).toMatchObject({
        ok: false,
        error: { code: "already_sent" },
      });
      expect(await keptSteps(id)).toEqual([]);
    },
  );

  test("an id that is none of ours is not found", async () => {
    const onboarder = await staff("onboarder");
    const input = { id: "cus_none", step: "support", answers: support, version: 0 } as const;
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
    await saveStep(onboarder, { id, step: "support", answers, version: 1 });
    expect((await customerRow(id)).status).toBe("DRAFT");
  });

  test("an answer changed and changed back is ready again, with the first evidence", async () => {
    const onboarder = await staff("onboarder");
    const answers = completeAnswers();
    const id = await readyDraft(onboarder, answers);
    const other = { ...answers.support, email: "new@harbor.example" };
    await saveStep(onboarder, { id, step: "support", answers: other, version: 1 });
    const between = await customerRow(id);
    await saveStep(onboarder, { id, step: "support", answers: answers.support, version: 2 });
    const after = await customerRow(id);
    expect([between.status, after.status]).toEqual(["DRAFT", "READY"]);
    expect(after.statusSince.getTime()).toBeGreaterThan(between.statusSince.getTime());
  });

  test("since when only moves with the status", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await startOnboarding(onboarder);
    const { statusSince } = await customerRow(id);
    await saveStep(onboarder, { id, step: "support", answers: support, version: 0 });
    expect((await customerRow(id)).statusSince).toEqual(statusSince);
  });
});

test("the task list tells each section apart", async () => {
  const onboarder = await staff("onboarder");
  const { id } = await startOnboarding(onboarder);
  await saveStep(onboarder, { id, step: "company", answers: company, version: 0 });
  await saveStep(onboarder, { id, step: "support", answers: emptyAnswers.support, version: 0 });
  const view = await getOnboarding(onboarder, id);
  expect(view?.sections).toEqual({
    company: "completed",
    contacts: "not_started",
    support: "in_progress",
    products: "not_started",
    logo: "not_started",
    "redirect-uris": "not_started",
    attestations: "cannot_start",
    check: "not_started",
  });
  expect(view?.incomplete).toEqual(["support"]);
});
