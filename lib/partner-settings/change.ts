import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { partnerSettings } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import type { StaffActor } from "@/lib/auth/model";
import { fail, ok, type Result } from "@/lib/result";
import type { SaveError } from "./model";

type Change = {
  /** Of the settings the form was made from. */
  version: number;
  values: Partial<typeof partnerSettings.$inferInsert>;
  action: `settings.${string}`;
  /** Codes only. */
  details?: Record<string, string>;
};

/** One part of the settings, with its entry in the log; nothing where somebody saved meanwhile. */
export async function changeSettings(
  tx: Transaction,
  actor: StaffActor,
  { version, values, action, details }: Change,
): Promise<Result<null, SaveError>> {
  await tx.insert(partnerSettings).values({}).onConflictDoNothing();
  const changed = await tx
    .update(partnerSettings)
    .set({ ...values, version: sql`${partnerSettings.version} + 1` })
    .where(and(eq(partnerSettings.onlyRow, true), eq(partnerSettings.version, version)))
    .returning({ version: partnerSettings.version });
  if (changed.length === 0) return fail({ code: "changed_meanwhile" });
  await recordAudit(tx, actor, { action, subject: "partner_settings", details: details ?? {} });
  return ok(null);
}
