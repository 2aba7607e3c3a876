import "server-only";
import { and, asc, eq, inArray, isNull, lte, not, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { customers, neverSent, noticed, users } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { queueMail } from "@/lib/mail/queue";
import { idle, notice } from "./deletion";

const BATCH = 200;
/** A mail names no more; the rest is a number. */
const NAMED_MAX = 10;

const system: Actor = { kind: "system", job: "retention" };

/**
 * Tells owners which of their drafts are deleted in a week. Without this no draft is deleted, so a
 * setting that is shortened leaves everybody the same week.
 */
export async function noticeDrafts(): Promise<void> {
  await db.transaction(async (tx) => {
    const due = await tx
      .select({
        id: customers.id,
        userId: users.id,
        email: users.email,
        suspendedAt: users.suspendedAt,
      })
      .from(customers)
      .innerJoin(
        users,
        eq(users.id, sql`coalesce(${customers.assigneeId}, ${customers.createdBy})`),
      )
      .where(
        and(neverSent, not(noticed), lte(customers.updatedAt, sql`now() - ${idle} + ${notice}`)),
      )
      .orderBy(asc(customers.updatedAt))
      .limit(BATCH)
      .for("update", { of: customers, skipLocked: true });
    if (due.length === 0) return;
    const told = inArray(
      customers.id,
      due.map(({ id }) => id),
    );
    await tx.update(customers).set({ deletionNoticedAt: sql`now()` }).where(told);
    for (const { id } of due) {
      await recordAudit(tx, system, { action: "onboarding.deletion_noticed", subject: id });
      await announce(tx, id);
    }
    const admin = await longestServingAdmin(tx);
    await tellOwners(
      tx,
      due.flatMap(({ suspendedAt, ...draft }) => {
        if (suspendedAt === null) return [draft];
        return admin ? [{ ...draft, ...admin }] : [];
      }),
    );
  });
}

/** Told in place of an owner who is suspended. */
async function longestServingAdmin(tx: Transaction) {
  const [admin] = await tx
    .select({ userId: users.id, email: users.email })
    .from(users)
    .where(and(eq(users.role, "admin"), isNull(users.suspendedAt)))
    .orderBy(asc(users.createdAt), asc(users.id))
    .limit(1);
  return admin;
}

type Due = { id: string; userId: string; email: string };

/** One mail each, however many drafts it is about. */
async function tellOwners(tx: Transaction, due: Due[]): Promise<void> {
  const owners = new Map(due.map(({ userId, email }) => [userId, email]));
  for (const [userId, recipient] of owners) {
    const ids = due.filter((draft) => draft.userId === userId).map(({ id }) => id);
    await queueMail(tx, {
      template: "drafts-end",
      recipient,
      parameters: {
        userId,
        customerIds: ids.slice(0, NAMED_MAX).join(" "),
        more: String(Math.max(0, ids.length - NAMED_MAX)),
      },
    });
  }
}
