import "server-only";
import { and, isNotNull, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { partnerSettings, secrets } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { retention } from "./keep";

export const retentionDays = { min: 1, max: 365 };

/**
 * How long secrets that nobody asks for are kept from now on, those that are kept already included.
 * Whoever may run commands on the server decides it.
 *
 * @returns how many are kept, and how many of them are deleted within seconds.
 */
export async function setSecretRetention(days: number): Promise<{ kept: number; over: number }> {
  return db.transaction(async (tx) => {
    const values = { secretRetentionDays: days };
    await tx
      .insert(partnerSettings)
      .values(values)
      .onConflictDoUpdate({ target: partnerSettings.onlyRow, set: values });
    const unseen = and(isNotNull(secrets.sealed), isNull(secrets.revealedAt));
    await tx
      .update(secrets)
      .set({ dueAt: sql`${secrets.receivedAt} + ${retention}` })
      .where(unseen);
    await recordAudit(
      tx,
      { kind: "system", job: "command" },
      {
        action: "settings.secret_retention",
        subject: "partner_settings",
        details: { days: String(days) },
      },
    );
    const [counted] = await tx
      .select({
        kept: sql<number>`count(*)::int`,
        over: sql<number>`(count(*) filter (where ${secrets.dueAt} <= now()))::int`,
      })
      .from(secrets)
      .where(unseen);
    return counted ?? { kept: 0, over: 0 };
  });
}
