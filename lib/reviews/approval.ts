import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db/client";
import { reviews } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { secondPerson } from "@/lib/onboarding/partner";
import { answersSha256 } from "@/lib/onboarding/payload";
import { readState } from "@/lib/onboarding/read-state";
import { reviewers } from "./assign";
import type { ApprovalView } from "./model";

/** Who stands behind these answers where the partner wants two people; null where one is enough. */
export async function getApproval(actor: Actor, customerId: string): Promise<ApprovalView | null> {
  authorize(actor, "onboarding.edit");
  if (!(await secondPerson(db)).sends) return null;
  const { answers } = await readState(db, customerId);
  const sha256 = answersSha256(answers);
  const approval = await readApproval(db, { customerId, sha256, besides: actor.userId });
  const others = (await reviewers(db)).filter(({ id }) => id !== actor.userId);
  return {
    approved: approval
      ? { by: approval.by, at: approval.at.toISOString(), yours: approval.userId === actor.userId }
      : null,
    others: others.map(({ name }) => name),
  };
}

/** The latest approval of exactly these answers, by somebody `besides` this person where there is one. */
export async function readApproval(
  source: Database | Transaction,
  { customerId, sha256, besides }: { customerId: string; sha256: string; besides: string },
): Promise<{ id: string; userId: string; by: string; at: Date } | undefined> {
  const [approval] = await source
    .select({ id: reviews.id, userId: reviews.userId, by: reviews.userName, at: reviews.at })
    .from(reviews)
    .where(
      and(
        eq(reviews.customerId, customerId),
        eq(reviews.decision, "approved"),
        eq(reviews.answersSha256, sha256),
      ),
    )
    .orderBy(sql`${reviews.userId} = ${besides}`, desc(reviews.at), desc(reviews.id))
    .limit(1);
  return approval;
}
