import "server-only";
import { and, asc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { customers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor, StaffActor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { secondPerson } from "@/lib/onboarding/partner";
import { ok, type Result } from "@/lib/result";
import { lockReview } from "./lock-review";
import { type LockError, REVIEWING_MINUTES } from "./model";

/** Somebody began a while ago at most, and has not decided yet. */
export const isBeingReviewed: SQL<boolean> = sql<boolean>`coalesce(
  ${customers.reviewingSince} > now() - make_interval(mins => ${REVIEWING_MINUTES}), false)`;

/** Shows colleagues that this person is at it, in place of whoever was shown before. */
export async function startReview(actor: Actor, id: string): Promise<Result<null, LockError>> {
  authorize(actor, "onboarding.review");

  return db.transaction(async (tx) => {
    const review = await lockReview(tx, id);
    if (!review.ok) return review;
    await take(tx, actor, id);
    return ok(null);
  });
}

/**
 * Takes what has waited longest of what is nobody's or this person's, and nobody else is reading.
 *
 * @returns null when there is none.
 */
export async function reviewNext(actor: Actor): Promise<{ id: string } | null> {
  authorize(actor, "onboarding.review");

  return db.transaction(async (tx) => {
    const [next] = await tx
      .select({ id: customers.id })
      .from(customers)
      .where(
        and(
          sql`${customers.status} = 'IN_REVIEW'`,
          or(isNull(customers.assigneeId), eq(customers.assigneeId, actor.userId)),
          or(sql`not ${isBeingReviewed}`, eq(customers.reviewerId, actor.userId)),
          (await secondPerson(tx)).sends ? notHandedInBy(actor.userId) : undefined,
        ),
      )
      .orderBy(asc(customers.statusSince), asc(customers.id))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!next) return null;
    await take(tx, actor, next.id);
    return next;
  });
}

/** Nobody approves what they handed in themselves, where the partner wants two people. */
function notHandedInBy(userId: string): SQL {
  return sql`(
    select user_id from submissions where customer_id = ${customers.id} order by at desc, id desc limit 1
  ) is distinct from ${userId}`;
}

async function take(tx: Transaction, actor: StaffActor, id: string): Promise<void> {
  await tx
    .update(customers)
    .set({ reviewerId: actor.userId, reviewingSince: sql`now()` })
    .where(eq(customers.id, id));
  await recordAudit(tx, actor, { action: "review.started", subject: id });
  await announce(tx, id);
}
