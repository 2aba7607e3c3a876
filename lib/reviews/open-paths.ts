import "server-only";
import { and, desc, eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { reviewComments, reviews } from "@/db/schema";
import type { AnswerStep } from "@/lib/onboarding/model";

/** Paths within a section that the latest review asks the customer to change. */
export async function readOpenPaths(
  source: Database | Transaction,
  customerId: string,
  step: AnswerStep,
): Promise<string[]> {
  const [latest] = await source
    .select({ id: reviews.id })
    .from(reviews)
    .where(eq(reviews.customerId, customerId))
    .orderBy(desc(reviews.at), desc(reviews.id))
    .limit(1);
  if (!latest) return [];
  const rows = await source
    .select({ path: reviewComments.path })
    .from(reviewComments)
    .where(and(eq(reviewComments.reviewId, latest.id), eq(reviewComments.step, step)));
  return rows.map(({ path }) => path);
}
