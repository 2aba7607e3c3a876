import "server-only";
import { desc, eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { reviews } from "@/db/schema";
import type { ApplicantActor } from "@/lib/auth/model";
import { commentsForApplicant } from "@/lib/reviews/comments-for-applicant";
import type { ApplicationView, ChangeRequest } from "./model";

/** The partner's last decision, in its words to the customer. */
export async function readDecision(source: Database | Transaction, customerId: string) {
  const [latest] = await source
    .select({ decision: reviews.decision, reason: reviews.reason })
    .from(reviews)
    .where(eq(reviews.customerId, customerId))
    .orderBy(desc(reviews.at), desc(reviews.id))
    .limit(1);
  return latest;
}

type Decided = NonNullable<Awaited<ReturnType<typeof readDecision>>>;

export function decisionOf(latest: Decided | undefined): ApplicationView["decision"] {
  if (!latest || latest.decision === "changes_requested") return null;
  return { code: latest.decision, reason: latest.reason };
}

/** What the last review asks to be changed in this person's sections; not by whom. */
export async function readRequests(
  source: Database | Transaction,
  { customerId, steps }: ApplicantActor,
): Promise<ChangeRequest[]> {
  const comments = await commentsForApplicant(source, customerId);
  return comments
    .filter(({ latest, step }) => latest && steps.includes(step))
    .map(({ step, path, body }) => ({ step, path, body }));
}
