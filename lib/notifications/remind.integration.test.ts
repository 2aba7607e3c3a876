import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { invitations } from "@/db/schema";
import { renewLink } from "@/lib/applicants/renew-link";
import type { ApplicantActor } from "@/lib/auth/model";
import { invitationUrl } from "@/lib/invitations/link";
import { resendInvitation } from "@/lib/invitations/resend";
import { revokeInvitation } from "@/lib/invitations/revoke";
import { saveStep } from "@/lib/onboarding/save-step";
import { staff } from "@/scripts/testing/actors";
import { auditOf, completeAnswers, wholeStep } from "@/scripts/testing/drafts";
import { fillIn, handedIn, invited } from "@/scripts/testing/invitations";
import { comment, decide, mailsTo, request } from "@/scripts/testing/reviews";
import { remind } from "./remind";

const DAY = 86_400_000;

async function rowOf({ invitationId }: ApplicantActor) {
  const [row] = await db.select().from(invitations).where(eq(invitations.id, invitationId));
  if (!row) throw new Error("There is no invitation");
  const days = row.dueAt && (row.dueAt.getTime() - Date.now()) / DAY;
  return { ...row, dueInDays: days === null ? null : Math.round(days) };
}

/** As if this much time had passed for the invitation, and the loop came by then. */
async function daysLater(applicant: ApplicantActor, days: number): Promise<void> {
  const earlier = (column: string) => sql.raw(`${column} = ${column} - interval '${days} days'`);
  await db.execute(
    sql`update invitations set ${earlier("created_at")}, ${earlier("expires_at")}, ${earlier("active_at")} where id = ${applicant.invitationId}`,
  );
  await remind(applicant.invitationId);
}

async function reminders({ email }: ApplicantActor): Promise<number> {
  return (await mailsTo(email)).filter(({ template }) => template === "reminder").length;
}

describe("who was invited and does nothing", () => {
  test("is reminded on day 3, on day 7, the day before the end, and then no more", async () => {
    const { customerId, applicant } = await invited(await staff("onboarder"));
    expect((await rowOf(applicant)).dueInDays).toBe(3);
    await daysLater(applicant, 2);
    expect(await reminders(applicant)).toBe(0);
    await daysLater(applicant, 1);
    expect(await reminders(applicant)).toBe(1);
    expect(await rowOf(applicant)).toMatchObject({ reminders: 1, dueInDays: 4 });
    await daysLater(applicant, 4);
    expect(await rowOf(applicant)).toMatchObject({ reminders: 2, dueInDays: 6 });
    await daysLater(applicant, 6);
    expect(await rowOf(applicant)).toMatchObject({ reminders: 3, dueAt: null });
    await remind(applicant.invitationId);
    expect(await reminders(applicant)).toBe(3);
    expect((await auditOf(customerId)).filter((one) => one === "invitation.reminded")).toHaveLength(
      3,
    );
  });

  test("gets one reminder when two workers come by at once", async () => {
    const { applicant } = await invited(await staff("onboarder"));
    await daysLater(applicant, 2);
    await db.execute(
      sql`update invitations set expires_at = expires_at - interval '1 day' where id = ${applicant.invitationId}`,
    );
    await Promise.all([remind(applicant.invitationId), remind(applicant.invitationId)]);
    expect(await reminders(applicant)).toBe(1);
  });

  test("waits from a link on that was asked for again", async () => {
    const { applicant } = await invited(await staff("onboarder"));
    await daysLater(applicant, 15);
    expect((await rowOf(applicant)).dueAt).toBeNull();
    const url = invitationUrl({ id: applicant.invitationId, version: 1 });
    await renewLink({ token: url.split("/").at(-1) ?? "", cookie: "" }, applicant.origin);
    expect((await rowOf(applicant)).dueInDays).toBe(3);
  });

  test("waits from a resent link on", async () => {
    const onboarder = await staff("onboarder");
    const { customerId, applicant } = await invited(onboarder);
    await daysLater(applicant, 2);
    await resendInvitation(onboarder, { customerId, invitationId: applicant.invitationId });
    expect((await rowOf(applicant)).dueInDays).toBe(3);
  });
});

describe("reminders stop", () => {
  test("for three days after somebody typed", async () => {
    const { applicant } = await invited(await staff("onboarder"));
    await daysLater(applicant, 2);
    const { customerId } = applicant;
    const { company } = completeAnswers();
    const saved = await saveStep(applicant, wholeStep(customerId, "company", company));
    expect(saved.ok).toBe(true);
    await daysLater(applicant, 1);
    expect(await reminders(applicant)).toBe(0);
    expect((await rowOf(applicant)).dueInDays).toBe(2);
    await daysLater(applicant, 2);
    expect(await reminders(applicant)).toBe(1);
  });

  test("once the answers are handed in, and begin again with requested changes", async () => {
    const onboarder = await staff("onboarder");
    const { customerId, applicant } = await handedIn(onboarder);
    expect((await rowOf(applicant)).dueAt).toBeNull();
    await daysLater(applicant, 4);
    expect(await reminders(applicant)).toBe(0);
    await comment(onboarder, customerId);
    await decide(onboarder, customerId, request);
    expect((await rowOf(applicant)).dueInDays).toBe(3);
  });

  test("with a revocation, and with the end of the link", async () => {
    const onboarder = await staff("onboarder");
    const revoked = await invited(onboarder);
    const { invitationId } = revoked.applicant;
    await revokeInvitation(onboarder, { customerId: revoked.customerId, invitationId });
    await daysLater(revoked.applicant, 4);
    const ended = await invited(onboarder);
    await daysLater(ended.applicant, 15);
    for (const { applicant } of [revoked, ended]) {
      expect(await reminders(applicant)).toBe(0);
      expect((await rowOf(applicant)).dueAt).toBeNull();
    }
  });

  test("for a section that was passed on and is answered, not for whoever still has to submit", async () => {
    const { applicant } = await invited(await staff("onboarder"));
    const own = await rowOf(applicant);
    const id = `${own.id}_b`;
    const { dueInDays: _, ...row } = own;
    const email = `colleague-${own.email}`;
    const passedOn = { createdBy: null, forwardedFrom: own.id, tokenHash: id, email, id };
    await db.insert(invitations).values({ ...row, ...passedOn });
    const colleague = { ...applicant, invitationId: id, email };
    await fillIn(applicant);
    for (const reader of [applicant, colleague]) await daysLater(reader, 4);
    expect(await reminders(applicant)).toBe(1);
    expect(await reminders(colleague)).toBe(0);
  });
});
