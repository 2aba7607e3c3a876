import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Actor } from "@/lib/auth/model";
import { PERSON_ERASED } from "./model";
import { recordAudit } from "./record";

/**
 * Takes what names these people (ids of users, invitations or hand-overs) out of the log: name,
 * address and browser. The entries stay, signed by the id alone, and so does the chain.
 *
 * @param by who erases; each erasure is an entry of its own, without which Verify would miss the names.
 * @returns how many entries had named them.
 */
export async function eraseFromAudit(
  tx: Transaction,
  { actorIds, by }: { actorIds: string[]; by: Actor },
): Promise<number> {
  let entries = 0;
  for (const actorId of actorIds) {
    const [erased] = await tx.execute<{ entries: number }>(
      sql`select erase_audit_people(array[${actorId}::text])::int as entries`,
    );
    if (!erased || erased.entries === 0) continue;
    entries += erased.entries;
    const details = { entries: String(erased.entries) };
    await recordAudit(tx, by, { action: PERSON_ERASED, subject: actorId, details });
  }
  return entries;
}
