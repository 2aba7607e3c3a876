import "server-only";
import { createHash, randomInt } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db/client";
import { attestationTexts, customers, invitations, submissions } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorizeAnswers, ForbiddenError } from "@/lib/auth/actor";
import type { Actor, ApplicantActor, StaffActor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { notifyTurn } from "@/lib/notifications/turn";
import { fillIn } from "@/lib/onboarding/evidence";
import { lockDraft } from "@/lib/onboarding/lock-draft";
import type { AnswerStep, Gap } from "@/lib/onboarding/model";
import { answersSha256 } from "@/lib/onboarding/payload";
import { readState } from "@/lib/onboarding/read-state";
import { fail, ok, type Result } from "@/lib/result";
import { isOurs, isWithCustomer } from "@/lib/statuses/model";
import type { SubmitForReviewError } from "./model";

/** Without letters and digits that are taken for one another. */
const REFERENCE_CHARACTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const REFERENCE_LENGTH = 8;

export type SubmitForReviewInput = {
  customerId: string;
  /** The version of the bank addendum that was ticked; null where it was not. */
  addendumVersion: number | null;
};

/**
 * Hands answers in: by the invited person who was asked for them, or by one of the partner's where a
 * second person has to approve. What was handed in, by whom and from where is kept for good.
 */
export async function submitForReview(
  actor: Actor,
  { customerId, addendumVersion }: SubmitForReviewInput,
): Promise<Result<{ reference: string }, SubmitForReviewError>> {
  authorizeAnswers(actor, customerId);

  return db.transaction(async (tx) => {
    const draft = await lockDraft(tx, customerId);
    if (!draft.ok) return draft;
    const { status } = draft.value;
    const theirTurn = actor.kind === "staff" ? isOurs(status) : isWithCustomer(status);
    if (!theirTurn) return fail({ code: "already_sent", status });

    const { answers, gaps, partner } = await readState(tx, customerId);
    const asked =
      actor.kind === "staff" ? gaps : gaps.filter(({ step }) => actor.steps.includes(step));
    if (asked.length > 0) return fail({ code: "incomplete", steps: stepsOf(asked) });
    const legalEntityName = answers.company.legalEntityName;
    const addendum = await acceptedText(tx, actor, {
      version: addendumVersion,
      names: { partner: partner.partnerName, legalEntityName },
    });
    if (!addendum.ok) return addendum;

    const reference = newReference();
    await tx.insert(submissions).values({
      ...personOf(actor),
      ...addendum.value,
      reference,
      customerId,
      answers,
      answersSha256: answersSha256(answers),
    });
    await tx
      .update(customers)
      .set({ status: "IN_REVIEW", statusSince: sql`now()`, updatedAt: sql`now()` })
      .where(eq(customers.id, customerId));
    if (actor.kind === "applicant") {
      await tx
        .update(invitations)
        .set({ submittedAt: sql`now()`, dueAt: null })
        .where(eq(invitations.id, actor.invitationId));
    }
    const details = { reference };
    await recordAudit(tx, actor, { action: "onboarding.submitted", subject: customerId, details });
    await notifyTurn(tx, actor, { customerId, from: status, status: "IN_REVIEW" });
    await announce(tx, customerId);
    return ok({ reference });
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

/** What an invited person accepts, where that was asked of it; a section passed on is not submitted. */
async function acceptedText(
  tx: Transaction,
  actor: StaffActor | ApplicantActor,
  { version, names }: { version: number | null; names: Names },
): Promise<Result<Partial<Accepted>, SubmitForReviewError>> {
  if (actor.kind === "staff") return ok({});
  const [invitation] = await tx
    .select({
      acceptsAddendum: invitations.acceptsAddendum,
      forwardedFrom: invitations.forwardedFrom,
    })
    .from(invitations)
    .where(eq(invitations.id, actor.invitationId));
  if (!invitation || invitation.forwardedFrom) {
    throw new ForbiddenError("only who was invited by the partner may submit");
  }
  if (!invitation.acceptsAddendum) return ok({});
  if (version === null) return fail({ code: "addendum_not_accepted" });
  const text = await readAddendum(tx, names);
  if (text.version !== version) return fail({ code: "stale" });
  return ok({
    addendumVersion: text.version,
    addendumText: text.body,
    addendumSha256: createHash("sha256").update(text.body).digest("hex"),
  });
}

type Names = { partner: string; legalEntityName: string };

/** The newest wording an end customer accepts, names filled in. */
async function readAddendum(
  source: Database | Transaction,
  names: Names,
): Promise<{ version: number; title: string; body: string }> {
  const [text] = await source
    .select({
      version: attestationTexts.version,
      title: attestationTexts.title,
      body: attestationTexts.body,
    })
    .from(attestationTexts)
    .where(and(eq(attestationTexts.kind, "addendum_acceptance")))
    .orderBy(desc(attestationTexts.version))
    .limit(1);
  if (!text) throw new Error("No wording of the bank addendum was published");
  return { ...text, body: fillIn(text.body, names) };
}

function newReference(): string {
  const characters = Array.from(
    { length: REFERENCE_LENGTH },
    () => REFERENCE_CHARACTERS[randomInt(REFERENCE_CHARACTERS.length)],
  );
  return characters.join("");
}
