import "server-only";
import { and, desc, eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { reviews } from "@/db/schema";

/** The latest approval of exactly these answers. */
export async function readApproval(
  source: Database | Transaction,
  customerId: string,
  answersSha256: string,
): Promise<{ id: string; userId: string } | undefined> {
  const [approval] = await source
    .select({ id: reviews.id, userId: reviews.userId })
    .from(reviews)
    .where(
      and(
        eq(reviews.customerId, customerId),
        eq(reviews.decision, "approved"),
        eq(reviews.answersSha256, answersSha256),
      ),
    )
    .orderBy(desc(reviews.at), desc(reviews.id))
    .limit(1);
  return approval;
}
