import "server-only";
import { and, desc, eq, lt } from "drizzle-orm";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import type { ActivityPage } from "@/lib/customers/model";

const PAGE_SIZE = 50;

/** What happened to one customer, latest first. `before` is the `older` of the page above. */
export async function listActivity(
  actor: Actor,
  customerId: string,
  before: string | null = null,
): Promise<ActivityPage> {
  authorize(actor, "customer.read");
  const found = await db
    .select({
      seq: auditEntries.seq,
      at: auditEntries.at,
      actor: auditEntries.actorName,
      action: auditEntries.action,
      details: auditEntries.details,
    })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.subject, customerId),
        before !== null && /^\d{1,15}$/.test(before)
          ? lt(auditEntries.seq, Number(before))
          : undefined,
      ),
    )
    .orderBy(desc(auditEntries.seq))
    .limit(PAGE_SIZE + 1);

  const entries = found.slice(0, PAGE_SIZE).map(({ seq, at, ...entry }) => ({
    ...entry,
    id: String(seq),
    at: at.toISOString(),
  }));
  return { entries, older: found.length > PAGE_SIZE ? (entries.at(-1)?.id ?? null) : null };
}
