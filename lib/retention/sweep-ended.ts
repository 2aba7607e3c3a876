import "server-only";
import { and, inArray, isNull, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import {
  applicantDevices,
  deviceLastUsed,
  handoverDevices,
  handovers,
  mails,
  secrets,
  sessions,
  verificationTokens,
} from "@/db/schema";
import { ENDED_DAYS } from "./model";

const BATCH = 1_000;
const longAgo = sql.raw(`(now() - interval '${ENDED_DAYS} days')`);

/** Forgets what ended long ago: who was signed in, asked for a link, or used a device, and from where. */
export async function sweepEnded(): Promise<void> {
  await db.execute(sql`
    delete from ${sessions} where id in (
      select id from ${sessions} where ${sessions.expiresAt} < ${longAgo} limit ${BATCH})`);
  await db.execute(sql`
    delete from ${verificationTokens} where ctid in (
      select ctid from ${verificationTokens}
      where ${verificationTokens.expiresAt} < ${longAgo} limit ${BATCH})`);
  await db.execute(sql`
    delete from ${applicantDevices} where id in (
      select id from ${applicantDevices} where ${deviceLastUsed} < ${longAgo} limit ${BATCH})`);
  await db.execute(sql`
    delete from ${handoverDevices} where id in (
      select id from ${handoverDevices}
      where ${handoverDevices.codeSentAt} < ${longAgo} limit ${BATCH})`);
  await sweepUnusedHandovers();
}

/** A link that was used stays: it is the receipt for the keys. */
async function sweepUnusedHandovers(): Promise<void> {
  await db.transaction(async (tx) => {
    const ended = await tx
      .select({ id: handovers.id })
      .from(handovers)
      .where(and(isNull(handovers.revealedAt), lt(handovers.expiresAt, longAgo)))
      .limit(BATCH)
      .for("update", { skipLocked: true });
    const ids = ended.map(({ id }) => id);
    if (ids.length === 0) return;
    await tx.update(secrets).set({ handoverId: null }).where(inArray(secrets.handoverId, ids));
    await tx.delete(mails).where(inArray(mails.handoverId, ids));
    await tx.delete(handoverDevices).where(inArray(handoverDevices.handoverId, ids));
    await tx.delete(handovers).where(inArray(handovers.id, ids));
  });
}
