import "server-only";
import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { customers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor, StaffActor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { ok, type Result } from "@/lib/result";
import { lockReview } from "./lock-review";
import type { LockError } from "./model";

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

async function take(tx: Transaction, actor: StaffActor, id: string): Promise<void> {
  await tx
    .update(customers)
    .set({ reviewerId: actor.userId, reviewingSince: sql`now()` })
    .where(eq(customers.id, id));
  await recordAudit(tx, actor, { action: "review.started", subject: id });
  await announce(tx, id);
}
