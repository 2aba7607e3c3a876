import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";

/** Whether this person wants shortcuts of one key. */
export async function chooseSingleKeys(actor: Actor, singleKeys: boolean): Promise<void> {
  authorize(actor, "keyboard.choose");
  await db.transaction(async (tx) => {
    await tx.update(users).set({ singleKeys }).where(eq(users.id, actor.userId));
    const details = { singleKeys: String(singleKeys) };
    await recordAudit(tx, actor, { action: "keyboard.changed", subject: actor.userId, details });
  });
}
