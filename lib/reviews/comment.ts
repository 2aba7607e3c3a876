import "server-only";
import { and, eq, isNull, or } from "drizzle-orm";
import { db } from "@/db/client";
import { reviewComments } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { fail, ok, type Result } from "@/lib/result";
import { askedOf } from "./asked-of";
import { lockReview } from "./lock-review";
import { COMMENT_LENGTH_MAX, type CommentError, type Place, placeLabel } from "./model";

type NewComment = Place & {
  customerId: string;
  body: string;
  /** For colleagues, and for good. */
  internal: boolean;
};

/** Pins a remark to a field. One for the customer goes out with the decision that requests changes. */
export async function addComment(
  actor: Actor,
  { customerId, step, path, body, internal }: NewComment,
): Promise<Result<null, CommentError>> {
  authorize(actor, "onboarding.review");
  const words = body.trim();

  return db.transaction(async (tx) => {
    const review = await lockReview(tx, customerId);
    if (!review.ok) return review;
    if (!placeLabel({ step, path })) return fail({ code: "not_found" });
    if (words === "") return fail({ code: "empty" });
    if (words.length > COMMENT_LENGTH_MAX) return fail({ code: "too_long" });
    const asked = await askedOf(tx, customerId, review.value.submission);
    if (!internal && !asked.includes(step)) return fail({ code: "not_theirs" });

    const { userId, name: userName } = actor;
    const row = { customerId, step, path, body: words, internal, userId, userName };
    await tx.insert(reviewComments).values(row);
    const action = internal ? "review.noted" : "review.asked";
    await recordAudit(tx, actor, { action, subject: customerId, details: { step, path } });
    await announce(tx, customerId);
    return ok(null);
  });
}

/** Takes back what has not gone out: a question, or a note of one's own. */
export async function removeComment(
  actor: Actor,
  { customerId, id }: { customerId: string; id: string },
): Promise<Result<null, CommentError>> {
  authorize(actor, "onboarding.review");

  return db.transaction(async (tx) => {
    const review = await lockReview(tx, customerId);
    if (!review.ok) return review;
    const [removed] = await tx
      .delete(reviewComments)
      .where(
        and(
          eq(reviewComments.id, id),
          eq(reviewComments.customerId, customerId),
          isNull(reviewComments.reviewId),
          or(eq(reviewComments.internal, false), eq(reviewComments.userId, actor.userId)),
        ),
      )
      .returning({ step: reviewComments.step, path: reviewComments.path });
    if (!removed) return fail({ code: "not_found" });
    const action = "review.comment_removed";
    await recordAudit(tx, actor, { action, subject: customerId, details: removed });
    await announce(tx, customerId);
    return ok(null);
  });
}
