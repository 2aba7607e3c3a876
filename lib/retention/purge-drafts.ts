import "server-only";
import { and, asc, eq, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, neverSent, noticed } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { describeFailure, log } from "@/lib/log";
import { deleteDraft } from "./delete-draft";
import { idle, notice } from "./deletion";

const BATCH = 50;

const system: Actor = { kind: "system", job: "retention" };

const over = and(
  neverSent,
  noticed,
  lte(customers.deletionNoticedAt, sql`now() - ${notice}`),
  lte(customers.updatedAt, sql`now() - ${idle}`),
);

/** Deletes drafts whose time is over, each in a transaction of its own. */
export async function purgeDrafts(): Promise<void> {
  const due = await db
    .select({ id: customers.id })
    .from(customers)
    .where(over)
    .orderBy(asc(customers.deletionNoticedAt))
    .limit(BATCH);
  for (const { id } of due) {
    await purgeDraft(id).catch((error: unknown) => {
      log.error({ customer: id, failure: describeFailure(error) }, "a draft was not deleted");
    });
  }
}

/** Unless somebody works on it, or another process deletes it, at this moment. */
async function purgeDraft(id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [draft] = await tx
      .select({ id: customers.id })
      .from(customers)
      .where(and(eq(customers.id, id), over))
      .for("update", { skipLocked: true });
    if (!draft) return;
    await deleteDraft(tx, system, id);
    await recordAudit(tx, system, { action: "onboarding.purged", subject: id });
    await announce(tx, id);
  });
}
