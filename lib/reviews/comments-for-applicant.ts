import "server-only";
import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { reviewComments, reviews, submissions } from "@/db/schema";
import type { ApplicantComment } from "./model";

/**
 * What reviewers asked the customer, latest review first. The only way from comments to the
 * customer's side: notes for colleagues belong to no review, and a review of what a colleague handed
 * in is none of the customer's.
 */
export async function commentsForApplicant(
  source: Database | Transaction,
  customerId: string,
): Promise<ApplicantComment[]> {
  const [latest] = await source
    .select({ id: reviews.id })
    .from(reviews)
    .where(eq(reviews.customerId, customerId))
    .orderBy(desc(reviews.at), desc(reviews.id))
    .limit(1);
  const rows = await source
    .select({
      step: reviewComments.step,
      path: reviewComments.path,
      body: reviewComments.body,
      by: reviewComments.userName,
      at: reviewComments.at,
      reviewId: reviews.id,
    })
    .from(reviewComments)
    .innerJoin(reviews, eq(reviews.id, reviewComments.reviewId))
    .innerJoin(submissions, eq(submissions.id, reviews.submissionId))
    .where(
      and(
        eq(reviewComments.customerId, customerId),
        eq(reviewComments.internal, false),
        isNotNull(submissions.invitationId),
      ),
    )
    .orderBy(desc(reviews.at), reviewComments.at, reviewComments.id);
  return rows.map(({ at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    latest: row.reviewId === latest?.id,
  }));
}
