import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  answerChanges,
  applicantDevices,
  attestations,
  customers,
  invitations,
  logos,
  mails,
  reviewComments,
  reviews,
  stepAnswers,
  submissions,
  users,
} from "@/db/schema";
import { fieldsOf } from "@/lib/answers/model";
import { ForbiddenError } from "@/lib/auth/actor";
import { listCustomers } from "@/lib/customers/list";
import { getCustomer } from "@/lib/customers/queries";
import { removeCustomer } from "@/lib/customers/remove";
import { composeMail } from "@/lib/mail/compose";
import { saveStep } from "@/lib/onboarding/save-step";
import { startOnboarding } from "@/lib/onboarding/start";
import { getSettings } from "@/lib/partner-settings/read";
import { saveRetention } from "@/lib/partner-settings/save-retention";
import { everything } from "@/lib/portfolio/model";
import { applicant, type Staff, staff, system } from "@/scripts/testing/actors";
import {
  auditOf,
  completeAnswers,
  customerRow,
  readyDraft,
  sentCustomer,
  wholeStep,
} from "@/scripts/testing/drafts";
import { handedIn, invited } from "@/scripts/testing/invitations";
import { comment, decide, mailsTo, request } from "@/scripts/testing/reviews";
import { keepDraft } from "./keep";
import { noticeDrafts } from "./notice-drafts";
import { purgeDrafts } from "./purge-drafts";
import { getDeletion } from "./queries";

/** Moves what was done to a draft into the past, its notice too. */
async function age(id: string, days: number): Promise<void> {
  const past = sql.raw(`interval '${days} days'`);
  await db
    .update(customers)
    .set({
      updatedAt: sql`${customers.updatedAt} - ${past}`,
      deletionNoticedAt: sql`${customers.deletionNoticedAt} - ${past}`,
    })
    .where(eq(customers.id, id));
}

/** A draft whose owner was told, and whose time is over now. */
async function overdue(owner: Staff, make = readyDraft): Promise<string> {
  const id = await make(owner);
  await age(id, 175);
  await noticeDrafts();
  await age(id, 8);
  return id;
}

async function isThere(id: string): Promise<boolean> {
  return (await db.$count(customers, eq(customers.id, id))) === 1;
}

async function keepDraftsFor(days: number): Promise<void> {
  const admin = await staff("admin");
  const { version } = await getSettings(admin);
  const typed = { draftDays: String(days), secretDays: "30" };
  expect(await saveRetention(admin, { version, typed })).toMatchObject({ ok: true });
}

const endsMails = async ({ email }: Staff) =>
  (await mailsTo(email)).filter(({ template }) => template === "drafts-end");

describe("a draft nobody works on", () => {
  test("says from a month before when it is deleted, on its pages and in its row", async () => {
    const owner = await staff("onboarder");
    const id = await readyDraft(owner);
    await age(id, 149);
    expect(await getDeletion(owner, id)).toBeNull();
    await age(id, 2);
    const expected = new Date((await customerRow(id)).updatedAt.getTime() + 180 * 86_400_000);
    expect(await getDeletion(owner, id)).toBe(expected.toISOString());
    expect((await getCustomer(owner, id))?.deletesAt).toBe(expected.toISOString());
    const { companyName } = await customerRow(id);
    const { rows } = await listCustomers(owner, { ...everything, search: companyName });
    expect(rows).toMatchObject([{ id, deletesAt: expected.toISOString() }]);
  });

  test("has its owner told once, a week before, in one mail for all of them", async () => {
    const owner = await staff("onboarder");
    const ids = [await readyDraft(owner), await readyDraft(owner)];
    for (const id of ids) await age(id, 172);
    await noticeDrafts();
    expect(await endsMails(owner)).toEqual([]);
    for (const id of ids) await age(id, 2);
    await noticeDrafts();
    await noticeDrafts();
    const [mail, ...more] = await endsMails(owner);
    expect(more).toEqual([]);
    expect(mail?.parameters.customerIds?.split(" ").toSorted()).toEqual(ids.toSorted());
    const written = await composeMail("drafts-end", {
      recipient: owner.email,
      parameters: mail?.parameters ?? {},
    });
    for (const id of ids) {
      expect(written?.text).toContain((await customerRow(id)).companyName);
      expect(written?.text).toContain(`/onboardings/${id}`);
      expect(await auditOf(id)).toContain("onboarding.deletion_noticed");
    }
    expect(written?.replyTo).toBeUndefined();
  });

  test("has whoever it is assigned to told, and an admin where that person is suspended", async () => {
    const admin = await staff("admin");
    await db
      .update(users)
      .set({ createdAt: new Date(0) })
      .where(eq(users.id, admin.userId));
    const [owner, assignee] = [await staff("onboarder"), await staff("onboarder")];
    const [first, second] = [await readyDraft(owner), await readyDraft(owner)];
    await db.update(customers).set({ assigneeId: assignee.userId }).where(eq(customers.id, first));
    await db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, owner.userId));
    for (const id of [first, second]) await age(id, 175);
    await noticeDrafts();
    expect(await endsMails(assignee)).toHaveLength(1);
    expect(await endsMails(owner)).toEqual([]);
    const [told] = await endsMails(admin);
    expect(told?.parameters).toEqual({ userId: admin.userId, customerIds: second, more: "0" });
  });

  test("is deleted with all that was typed and everybody who was invited", async () => {
    const owner = await staff("onboarder");
    const { customerId: id, applicant: guest } = await handedIn(owner);
    await comment(owner, id);
    await decide(owner, id, request);
    const { invitationId } = guest;
    await db.insert(applicantDevices).values({
      invitationId,
      invitationVersion: 1,
      tokenHash: randomUUID(),
      ip: "x",
      userAgent: "x",
    });
    await age(id, 175);
    await noticeDrafts();
    await age(id, 8);
    await purgeDrafts();

    expect(await isThere(id)).toBe(false);
    for (const table of [
      stepAnswers,
      answerChanges,
      invitations,
      submissions,
      reviews,
      reviewComments,
      attestations,
    ]) {
      expect(await db.$count(table, eq(table.customerId, id))).toBe(0);
    }
    expect(await db.$count(applicantDevices, eq(applicantDevices.invitationId, invitationId))).toBe(
      0,
    );
    expect(await db.$count(mails, eq(mails.invitationId, invitationId))).toBe(0);
    expect((await auditOf(id)).at(-1)).toBe("onboarding.purged");
  });

  test("takes its logo along, unless another customer has the same", async () => {
    const owner = await staff("onboarder");
    const [alone, shared] = [randomHash(), randomHash()];
    await db
      .insert(logos)
      .values([alone, shared].map((sha256) => ({ sha256, png: Buffer.from(sha256) })));
    const withLogo = async (logo: string) => {
      const { id } = await startOnboarding(owner);
      await saveStep(owner, wholeStep(id, "logo", { createLinkCustomization: true, logo }));
      return id;
    };
    await withLogo(shared);
    await overdue(owner, () => withLogo(alone));
    await overdue(owner, () => withLogo(shared));
    await purgeDrafts();
    expect(await db.$count(logos, eq(logos.sha256, alone))).toBe(0);
    expect(await db.$count(logos, eq(logos.sha256, shared))).toBe(1);
  });

  test("is deleted where it was discarded, too", async () => {
    const owner = await staff("admin");
    const id = await overdue(owner, async () => {
      const draft = await readyDraft(owner);
      expect(await removeCustomer(owner, draft)).toMatchObject({ ok: true });
      return draft;
    });
    await purgeDrafts();
    expect(await isThere(id)).toBe(false);
  });

  test("is deleted once by two processes at the same time", async () => {
    const id = await overdue(await staff("onboarder"));
    await Promise.all([purgeDrafts(), purgeDrafts(), purgeDrafts()]);
    expect(await isThere(id)).toBe(false);
    expect((await auditOf(id)).filter((action) => action === "onboarding.purged")).toHaveLength(1);
  });
});

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

function randomHash(): string {
  return randomUUID().replaceAll("-", "").repeat(2);
}
