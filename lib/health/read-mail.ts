import "server-only";
import { desc } from "drizzle-orm";
import { db } from "@/db/client";
import { mails } from "@/db/schema";
import type { HealthFacts } from "./model";

/** Ids are ordered by creation: the newest are looked at, however many there are. */
const NEWEST = 200;

/** What became of the newest mails. A dropped one is no failure: its matter was over. */
export async function readMail(): Promise<Pick<HealthFacts["mail"], "lastSentAt" | "lastFailure">> {
  const newest = await db
    .select({
      createdAt: mails.createdAt,
      sentAt: mails.sentAt,
      refusedAt: mails.refusedAt,
      dueAt: mails.dueAt,
      quarantinedAt: mails.quarantinedAt,
      lastFailure: mails.lastFailure,
    })
    .from(mails)
    .orderBy(desc(mails.id))
    .limit(NEWEST);
  const sent = newest.flatMap(({ sentAt }) => (sentAt ? [sentAt.getTime()] : []));
  const failed = newest.find(
    ({ refusedAt, lastFailure, dueAt, quarantinedAt }) =>
      refusedAt || (lastFailure && (dueAt || quarantinedAt)),
  );
  return {
    lastSentAt: sent.length > 0 ? new Date(Math.max(...sent)).toISOString() : null,
    lastFailure: failed
      ? {
          at: (failed.refusedAt ?? failed.createdAt).toISOString(),
          reason: failed.refusedAt ? "REFUSED" : (failed.lastFailure ?? ""),
        }
      : null,
  };
}
