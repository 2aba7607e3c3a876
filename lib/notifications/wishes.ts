import "server-only";
import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { users } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { databaseNow } from "@/lib/customers/now";
import { nextDigest, type Wishes } from "./model";

/** Which mails this person wants. */
export async function getWishes(actor: Actor): Promise<Wishes> {
  authorize(actor, "notifications.choose");
  const [found] = await db
    .select({ turn: users.wantsTurnMails, digest: users.wantsDigest })
    .from(users)
    .where(eq(users.id, actor.userId));
  if (!found) throw new Error("A signed-in person has no row");
  return found;
}

export async function changeWishes(actor: Actor, wishes: Wishes): Promise<void> {
  authorize(actor, "notifications.choose");
  await db.transaction((tx) => writeWishes(tx, actor, { userId: actor.userId, ...wishes }));
}

/** A wish that is not named stays. */
export async function writeWishes(
  tx: Transaction,
  actor: Actor,
  { userId, turn, digest }: Partial<Wishes> & { userId: string },
): Promise<void> {
  await tx
    .update(users)
    .set({
      ...(turn !== undefined && { wantsTurnMails: turn }),
      ...(digest !== undefined && {
        wantsDigest: digest,
        dueAt: digest ? nextDigest(await databaseNow()) : null,
      }),
    })
    .where(eq(users.id, userId));
  const details = {
    ...(turn !== undefined && { turn: String(turn) }),
    ...(digest !== undefined && { digest: String(digest) }),
  };
  await recordAudit(tx, actor, { action: "notifications.changed", subject: userId, details });
}
