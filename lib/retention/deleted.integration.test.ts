import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
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
import { listCustomers } from "@/lib/customers/list";
import { getCustomer } from "@/lib/customers/queries";
import { removeCustomer } from "@/lib/customers/remove";
import { composeMail } from "@/lib/mail/compose";
import { saveStep } from "@/lib/onboarding/save-step";
import { startOnboarding } from "@/lib/onboarding/start";
import { everything } from "@/lib/portfolio/model";
import { staff } from "@/scripts/testing/actors";
import { auditOf, customerRow, readyDraft, wholeStep } from "@/scripts/testing/drafts";
import { handedIn } from "@/scripts/testing/invitations";
import { age, endsMails, isThere, overdue } from "@/scripts/testing/retention";
import { comment, decide, request } from "@/scripts/testing/reviews";
import { noticeDrafts } from "./notice-drafts";
import { purgeDrafts } from "./purge-drafts";
import { getDeletion } from "./queries";

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

function randomHash(): string {
  return randomUUID().replaceAll("-", "").repeat(2);
}
