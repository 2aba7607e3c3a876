import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { secrets } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { emptied, retention } from "./keep";
import { graceEnd } from "./lock-secret";

const system: Actor = { kind: "system", job: "retention" };

/** Deletes a value whose time is over: ten minutes after it was shown, or kept unseen for too long. */
export async function deleteDueSecret(id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const end = sql<Date>`coalesce(${graceEnd}, ${secrets.receivedAt} + ${retention})`;
    const [kept] = await tx
      .select({
        customerId: secrets.customerId,
        kind: secrets.kind,
        sealed: sql<boolean>`${secrets.sealed} is not null`,
        revealed: sql<boolean>`${secrets.revealedAt} is not null`,
        over: sql<boolean>`${end} <= now()`,
      })
      .from(secrets)
      .where(eq(secrets.id, id))
      .for("update");
    const row = eq(secrets.id, id);
    if (!kept?.sealed) return void (await tx.update(secrets).set(emptied).where(row));
    // Shown a moment ago, or kept for longer by now: it is not its time yet.
    if (!kept.over) return void (await tx.update(secrets).set({ dueAt: end }).where(row));

    const { customerId, kind, revealed } = kept;
    await tx
      .update(secrets)
      .set(revealed ? emptied : { ...emptied, expiredAt: sql`now()` })
      .where(row);
    const details = { kind, reason: revealed ? "shown" : "kept" };
    await recordAudit(tx, system, { action: "secret.deleted", subject: customerId, details });
    await announce(tx, customerId);
  });
}
