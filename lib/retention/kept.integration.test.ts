import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { attestations, customers } from "@/db/schema";
import { fieldsOf } from "@/lib/answers/model";
import { ForbiddenError } from "@/lib/auth/actor";
import { saveStep } from "@/lib/onboarding/save-step";
import { getSettings } from "@/lib/partner-settings/read";
import { saveRetention } from "@/lib/partner-settings/save-retention";
import { applicant, staff, system } from "@/scripts/testing/actors";
import {
  auditOf,
  completeAnswers,
  customerRow,
  readyDraft,
  sentCustomer,
  wholeStep,
} from "@/scripts/testing/drafts";
import { invited } from "@/scripts/testing/invitations";
import { age, endsMails, isThere, overdue } from "@/scripts/testing/retention";
import { sayWrong } from "@/scripts/testing/settings";
import { keepDraft } from "./keep";
import { noticeDrafts } from "./notice-drafts";
import { purgeDrafts } from "./purge-drafts";
import { getDeletion } from "./queries";

async function keepDraftsFor(days: number): Promise<void> {
  const admin = await staff("admin");
  const { version } = await getSettings(admin);
  const typed = { draftDays: String(days), secretDays: "30" };
  expect(await saveRetention(admin, { version, typed }, sayWrong)).toMatchObject({ ok: true });
}

describe("a draft stays", () => {
  test("when its owner was not told a week ago, however old it is", async () => {
    const owner = await staff("onboarder");
    const id = await readyDraft(owner);
    await age(id, 400);
    await purgeDrafts();
    await noticeDrafts();
    await purgeDrafts();
    expect(await isThere(id)).toBe(true);
    const left = Date.parse((await getDeletion(owner, id)) ?? "") - Date.now();
    expect(left / 86_400_000).toBeCloseTo(7, 1);
  });

  test("when somebody types", async () => {
    const owner = await staff("onboarder");
    const id = await overdue(owner);
    const support = { ...completeAnswers().support, email: "new@harbor.example" };
    const patch = { base: 1, patch: fieldsOf(support) };
    await saveStep(owner, wholeStep(id, "support", support, patch));
    await purgeDrafts();
    expect(await isThere(id)).toBe(true);
    expect(await getDeletion(owner, id)).toBeNull();
  });

  test("when somebody keeps it; its days begin anew, and its owner is told anew", async () => {
    const owner = await staff("onboarder");
    const id = await overdue(owner);
    expect(await keepDraft(owner, id)).toEqual({ ok: true, value: null });
    await purgeDrafts();
    expect(await isThere(id)).toBe(true);
    expect(await getDeletion(owner, id)).toBeNull();
    expect(await auditOf(id)).toContain("onboarding.kept");
    await age(id, 175);
    await noticeDrafts();
    expect(await endsMails(owner)).toHaveLength(2);
  });

  test("when the time is made longer; its owner is told again when the new day is near", async () => {
    const owner = await staff("onboarder");
    const id = await overdue(owner);
    await keepDraftsFor(365);
    await purgeDrafts();
    expect(await isThere(id)).toBe(true);
    expect((await customerRow(id)).deletionNoticedAt).toBeNull();
    await keepDraftsFor(180);
    await purgeDrafts();
    expect(await isThere(id)).toBe(true);
  });

  test.each(["SUBMITTING", "SUBMIT_UNKNOWN"])(
    "in %s, because Plaid may know it",
    async (status) => {
      const owner = await staff("onboarder");
      const id = await overdue(owner);
      await db.update(customers).set({ status }).where(eq(customers.id, id));
      await purgeDrafts();
      expect(await isThere(id)).toBe(true);
      await expect(db.execute(sql`select delete_evidence(${id})`)).rejects.toThrow();
      expect(await db.$count(attestations, eq(attestations.customerId, id))).toBe(2);
    },
  );

  test("once it was sent, whatever became of it", async () => {
    const owner = await staff("onboarder");
    const { id } = await sentCustomer(owner);
    await age(id, 1_000);
    await noticeDrafts();
    await purgeDrafts();
    expect(await isThere(id)).toBe(true);
    expect(await getDeletion(owner, id)).toBeNull();
    expect(await keepDraft(owner, id)).toMatchObject({ error: { code: "already_sent" } });
  });

  test("kept by nobody outside the team, and not where there is none", async () => {
    const owner = await staff("onboarder");
    const id = await overdue(owner);
    for (const actor of [await staff("viewer"), applicant, system]) {
      await expect(keepDraft(actor, id)).rejects.toThrow(ForbiddenError);
    }
    expect(await keepDraft(owner, "cus_none")).toEqual({ ok: false, error: { code: "not_found" } });
    await purgeDrafts();
    expect(await isThere(id)).toBe(false);
  });

  test("with a link that works as before", async () => {
    const owner = await staff("onboarder");
    const { customerId, applicant: guest } = await invited(owner);
    await age(customerId, 175);
    await noticeDrafts();
    const typed = { email: "typed@customer.test" };
    await saveStep(guest, wholeStep(customerId, "support", typed));
    expect(await getDeletion(owner, customerId)).toBeNull();
  });
});
