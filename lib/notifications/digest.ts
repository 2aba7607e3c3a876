import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { readCounts } from "@/lib/customers/counts";
import { countMatching } from "@/lib/customers/model";
import { databaseNow } from "@/lib/customers/now";
import { queueMail } from "@/lib/mail/queue";
import { nextDigest } from "./model";

/** Sends the morning's digest to one person, unless nothing needs anybody; work of the loop. */
export async function sendDigest(userId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [user] = await tx
      .select({
        email: users.email,
        wantsDigest: users.wantsDigest,
        suspendedAt: users.suspendedAt,
      })
      .from(users)
      .where(eq(users.id, userId))
      .for("update");
    if (!user) return;
    const { email: recipient, wantsDigest, suspendedAt } = user;
    const dueAt = wantsDigest ? nextDigest(await databaseNow()) : null;
    await tx.update(users).set({ dueAt }).where(eq(users.id, userId));
    if (!wantsDigest || suspendedAt) return;
    if (countMatching(await readCounts(), { turn: "you" }) === 0) return;
    await queueMail(tx, { template: "digest", recipient, parameters: { userId } });
  });
}
