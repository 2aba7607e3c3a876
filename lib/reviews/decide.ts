import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { customers, invitations, reviewComments, reviews } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor, StaffActor } from "@/lib/auth/model";
import { endLinks } from "@/lib/invitations/end-links";
import { announce } from "@/lib/live/announce";
import { notifyTurn } from "@/lib/notifications/turn";
import type { Answers } from "@/lib/onboarding/model";
import { secondPerson } from "@/lib/onboarding/partner";
import { answersSha256 } from "@/lib/onboarding/payload";
import { readState } from "@/lib/onboarding/read-state";
import { fail, ok, type Result } from "@/lib/result";
import { lockReview, openLinkOf, type Submission } from "./lock-review";
import type { DecideError, RejectionCode } from "./model";
import { tellSubmitter } from "./tell-submitter";

/** Approve, ask for changes, or reject for a reason. */
export type Verdict =
  | { decision: "approved" }
  | { decision: "changes_requested" }
  /** `reason`: in words for the customer. */
  | { decision: "rejected"; reasonCode: RejectionCode; reason: string };

export type DecideInput = {
  customerId: string;
  /** What was on the screen: nothing else is decided about. */
  submissionId: string;
  answersSha256: string;
  verdict: Verdict;
};

/** Ends a review. Who decided what about which answers is kept for good. */
export async function decideReview(
  actor: Actor,
  { customerId, verdict, ...seen }: DecideInput,
): Promise<Result<{ status: string }, DecideError>> {
  authorize(actor, "onboarding.review");

  return db.transaction(async (tx) => {
    const review = await lockReview(tx, customerId);
    if (!review.ok) return review;
    const { submission } = review.value;
    const state = await readState(tx, customerId);
    const sha256 = answersSha256(state.answers);
    if (seen.submissionId !== submission.id || seen.answersSha256 !== sha256) {
      return fail({ code: "stale" });
    }
    const problem = await problemOf(tx, actor, { customerId, verdict, submission });
    if (problem) return fail(problem);

    const { answers } = state;
    const evidence = { customerId, submissionId: submission.id, answers, answersSha256: sha256 };
    const reviewId = await keep(tx, actor, { ...verdict, ...evidence });
    if (verdict.decision === "changes_requested") await sendComments(tx, customerId, reviewId);
    await tellSubmitter(tx, { customerId, reviewId, submission, decision: verdict.decision });
    if (verdict.decision === "rejected") await endLinks(tx, eq(invitations.customerId, customerId));
    const status = statusAfter(verdict, submission, state.status);
    await tx
      .update(customers)
      .set({
        ...{ status, statusSince: sql`now()`, updatedAt: sql`now()` },
        ...{ reviewerId: null, reviewingSince: null },
      })
      .where(eq(customers.id, customerId));
    const reason = verdict.decision === "rejected" ? { reason: verdict.reasonCode } : {};
    await recordAudit(tx, actor, {
      action: `review.${verdict.decision}`,
      subject: customerId,
      details: { review: reviewId, ...reason },
    });
    await notifyTurn(tx, actor, { customerId, from: "IN_REVIEW", status });
    await announce(tx, customerId);
    return ok({ status });
  });
}

/** What keeps this verdict from being given now. */
async function problemOf(
  tx: Transaction,
  actor: StaffActor,
  about: { customerId: string; verdict: Verdict; submission: Submission },
): Promise<DecideError | undefined> {
  const { customerId, verdict, submission } = about;
  const count = await tx.$count(reviewComments, isQuestion(customerId));
  if (verdict.decision === "changes_requested") {
    return count === 0 ? { code: "nothing_asked" } : undefined;
  }
  if (count > 0) return { code: "unsent_questions", count };
  if (verdict.decision === "rejected") {
    return verdict.reason.trim() === "" ? { code: "no_reason" } : undefined;
  }
  const own = submission.userId === actor.userId && (await secondPerson(tx)).sends;
  return own ? { code: "own_submission" } : undefined;
}

/** Written for whoever handed the answers in, and not gone out yet. */
function isQuestion(customerId: string) {
  return and(
    eq(reviewComments.customerId, customerId),
    eq(reviewComments.internal, false),
    isNull(reviewComments.reviewId),
  );
}

async function sendComments(tx: Transaction, customerId: string, reviewId: string) {
  await tx.update(reviewComments).set({ reviewId }).where(isQuestion(customerId));
}

type Evidence = Verdict & {
  customerId: string;
  submissionId: string;
  answers: Answers;
  answersSha256: string;
};

async function keep(tx: Transaction, actor: StaffActor, evidence: Evidence): Promise<string> {
  const { userId, name: userName, authenticatedAt, origin } = actor;
  const [review] = await tx
    .insert(reviews)
    .values({ ...evidence, userId, userName, authenticatedAt, ...origin })
    .returning({ id: reviews.id });
  if (!review) throw new Error("The review was not written");
  return review.id;
}

/** Questions go to the customer while its link works; everything else comes back to us. */
function statusAfter({ decision }: Verdict, submission: Submission, asAnswered: string): string {
  if (decision === "rejected") return "REJECTED";
  const asks = decision === "changes_requested" && openLinkOf(submission) !== undefined;
  return asks ? "CHANGES_REQUESTED" : asAnswered;
}
