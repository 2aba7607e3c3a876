import "server-only";
import { randomInt } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { customers, invitations, submissions } from "@/db/schema";
import { noteActivity } from "@/lib/applicants/activity";
import { recordAudit } from "@/lib/audit/record";
import { authorizeAnswers, ForbiddenError } from "@/lib/auth/actor";
import type { Actor, ApplicantActor, StaffActor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { partnerOf } from "@/lib/mail/partner";
import { queueMail } from "@/lib/mail/queue";
import { notifyTurn } from "@/lib/notifications/turn";
import { lockDraft } from "@/lib/onboarding/lock-draft";
import type { AnswerStep, Gap } from "@/lib/onboarding/model";
import { answersSha256 } from "@/lib/onboarding/payload";
import { readState } from "@/lib/onboarding/read-state";
import { fail, ok, type Result } from "@/lib/result";
import { isOurs, isWithCustomer } from "@/lib/statuses/model";
import { readAddendum } from "./addendum";
import type { SubmitForReviewError } from "./model";

/** Without letters and digits that are taken for one another. */
const REFERENCE_CHARACTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const REFERENCE_LENGTH = 8;

export type SubmitForReviewInput = {
  customerId: string;
  /** The version of the bank addendum that was ticked; null where it was not. */
  addendumVersion: number | null;
  /** Of the words that were on the screen; another name in them is another wording. */
  addendumSha256?: string;
};

/**
 * Hands answers in: by the invited person who was asked for them, or by one of the partner's where a
 * second person has to approve. What was handed in, by whom and from where is kept for good.
 */
export async function submitForReview(
  actor: Actor,
  { customerId, ...accepted }: SubmitForReviewInput,
): Promise<Result<{ reference: string }, SubmitForReviewError>> {
  authorizeAnswers(actor, customerId);

  return db.transaction(async (tx) => {
    const draft = await lockDraft(tx, customerId);
    if (!draft.ok) return draft;
    const { status } = draft.value;
    const theirTurn = actor.kind === "staff" ? isOurs(status) : isWithCustomer(status);
    if (!theirTurn) return fail({ code: "already_sent", status });
    if (actor.kind === "applicant") await noteActivity(tx, actor);

    const { answers, gaps } = await readState(tx, customerId);
    const asked =
      actor.kind === "staff" ? gaps : gaps.filter(({ step }) => actor.steps.includes(step));
    if (asked.length > 0) return fail({ code: "incomplete", steps: stepsOf(asked) });
    const legalEntityName = answers.company.legalEntityName;
    const addendum = await acceptedText(tx, actor, {
      ...accepted,
      names: { partner: await partnerOf(tx), legalEntityName },
    });
    if (!addendum.ok) return addendum;

    const reference = newReference();
    const [submission] = await tx
      .insert(submissions)
      .values({
        ...personOf(actor),
        ...addendum.value,
        reference,
        customerId,
        answers,
        answersSha256: answersSha256(answers),
      })
      .returning({ id: submissions.id });
    if (!submission) throw new Error("The submission was not written");
    await tx
      .update(customers)
      .set({ status: "IN_REVIEW", statusSince: sql`now()`, updatedAt: sql`now()` })
      .where(eq(customers.id, customerId));
    if (actor.kind === "applicant") await noteHandedIn(tx, actor, submission.id);
    const details = { reference };
    await recordAudit(tx, actor, { action: "onboarding.submitted", subject: customerId, details });
    await notifyTurn(tx, actor, { customerId, from: status, status: "IN_REVIEW" });
    await announce(tx, customerId);
    return ok({ reference });
  });
}

/** Nobody is reminded of what they did; the receipt goes to who did it. */
async function noteHandedIn(tx: Transaction, actor: ApplicantActor, submissionId: string) {
  const { invitationId, email } = actor;
  await tx
    .update(invitations)
    .set({ submittedAt: sql`now()`, dueAt: null })
    .where(eq(invitations.id, invitationId));
  await queueMail(tx, {
    template: "receipt",
    recipient: email,
    parameters: { invitationId, submissionId },
    invitationId,
  });
}

function stepsOf(gaps: Gap[]): AnswerStep[] {
  return [...new Set(gaps.map(({ step }) => step))];
}

function personOf(actor: StaffActor | ApplicantActor) {
  const { name, email, authenticatedAt, origin } = actor;
  const who =
    actor.kind === "staff" ? { userId: actor.userId } : { invitationId: actor.invitationId };
  return { ...who, name, email, authenticatedAt, ...origin };
}

type Accepted = { addendumVersion: number; addendumText: string; addendumSha256: string };

type Shown = Omit<SubmitForReviewInput, "customerId"> & {
  names: Parameters<typeof readAddendum>[1];
};

/** What an invited person accepts, where that was asked of it; a section passed on is not submitted. */
async function acceptedText(
  tx: Transaction,
  actor: StaffActor | ApplicantActor,
  { addendumVersion, addendumSha256, names }: Shown,
): Promise<Result<Partial<Accepted>, SubmitForReviewError>> {
  if (actor.kind === "staff") return ok({});
  const [invitation] = await tx
    .select({
      acceptsAddendum: invitations.acceptsAddendum,
      forwardedFrom: invitations.forwardedFrom,
    })
    .from(invitations)
    .where(and(eq(invitations.id, actor.invitationId), isNull(invitations.revokedAt)));
  if (!invitation || invitation.forwardedFrom) {
    throw new ForbiddenError("only who is invited by the partner may submit");
  }
  if (!invitation.acceptsAddendum) return ok({});
  if (addendumVersion === null) return fail({ code: "addendum_not_accepted" });
  const { version, body, sha256 } = await readAddendum(tx, names);
  const same = version === addendumVersion && (addendumSha256 ?? sha256) === sha256;
  if (!same) return fail({ code: "stale" });
  return ok({ addendumVersion: version, addendumText: body, addendumSha256: sha256 });
}

function newReference(): string {
  const characters = Array.from(
    { length: REFERENCE_LENGTH },
    () => REFERENCE_CHARACTERS[randomInt(REFERENCE_CHARACTERS.length)],
  );
  return characters.join("");
}
