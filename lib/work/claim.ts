import "server-only";
import { randomInt } from "node:crypto";
import { and, eq, inArray, isNotNull, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import {
  type bulkItems,
  type bulkRuns,
  type customers,
  deliveries,
  type imports,
  type invitations,
  type mails,
  type secrets,
  type users,
} from "@/db/schema";

/** While a row is worked on; renewed by `lease`, so a killed process frees its rows this fast. */
const LEASE_SECONDS = 15;
const RENEW_MS = 5_000;
export const FAILURES_MAX = 5;
const OUTAGE_PAUSE_SECONDS = 10;

/** Tables that carry `workColumns`: what is due in them is done by the loop. */
export type WorkTable =
  | typeof bulkItems
  | typeof bulkRuns
  | typeof customers
  | typeof deliveries
  | typeof imports
  | typeof invitations
  | typeof mails
  | typeof secrets
  | typeof users;

const later = (seconds: number) => sql<Date>`now() + ${seconds} * interval '1 second'`;

/** `traceParent`: where the trace stood that asked for the work; null where none is kept. */
export type Claimed = { id: string; traceParent: string | null };

/** Takes one due row for this process; undefined when nothing is due. Never blocks another claimer. */
export async function claimDue(table: WorkTable): Promise<Claimed | undefined> {
  const due = db
    .select({ id: table.id })
    .from(table)
    .where(lte(table.dueAt, sql`now()`))
    .orderBy(table.dueAt)
    .limit(1)
    .for("update", { skipLocked: true });
  const [claimed] = await db
    .update(table)
    .set({ dueAt: later(LEASE_SECONDS) })
    .where(inArray(table.id, due))
    .returning({ id: table.id, traceParent: traceParentOf(table) });
  return claimed;
}

function traceParentOf(table: WorkTable) {
  return sql<string | null>`${table === deliveries ? deliveries.traceParent : null}`;
}

/** Not once its work is over: another row's can end it too, as one look at Plaid ends several deliveries. */
function unlessOver(table: WorkTable, id: string) {
  return and(eq(table.id, id), isNotNull(table.dueAt));
}

/** The rows this process is at. */
const held = new Set<{ table: WorkTable; id: string }>();

/** Keeps a claimed row ours while `work` runs. */
export async function lease<T>(table: WorkTable, id: string, work: () => Promise<T>): Promise<T> {
  const claimed = { table, id };
  held.add(claimed);
  const renew = setInterval(() => {
    // Work that has said when it is due again keeps its word.
    db.update(table)
      .set({ dueAt: sql`greatest(${table.dueAt}, ${later(LEASE_SECONDS)})` })
      .where(unlessOver(table, id))
      .catch(() => {});
  }, RENEW_MS);
  try {
    return await work();
  } finally {
    clearInterval(renew);
    held.delete(claimed);
  }
}

/** Leaves to other processes, at once, what this one will not finish. Returns how many rows. */
export async function giveBack(): Promise<number> {
  const rows = [...held];
  for (const { table, id } of rows) {
    await db.update(table).set({ dueAt: sql`now()` }).where(unlessOver(table, id));
  }
  return rows.length;
}

/** The row is not at fault (Plaid, mail or network are away): later, and never quarantined for it. */
export async function postpone(table: WorkTable, id: string, reason: string): Promise<void> {
  const dueAt = later(OUTAGE_PAUSE_SECONDS + randomInt(0, OUTAGE_PAUSE_SECONDS));
  await db.update(table).set({ dueAt, lastFailure: reason }).where(unlessOver(table, id));
}

/** The row itself fails: five tries with growing pauses, then it waits for a person. */
export async function countFailure(table: WorkTable, id: string, reason: string): Promise<void> {
  const [{ failures } = { failures: 0 }] = await db
    .select({ failures: table.failures })
    .from(table)
    .where(eq(table.id, id));
  const next = failures + 1;
  const exhausted = next >= FAILURES_MAX;
  await db
    .update(table)
    .set({
      failures: next,
      lastFailure: reason,
      dueAt: exhausted ? null : later(2 ** next + Math.random() * 2 ** next),
      quarantinedAt: exhausted ? sql`now()` : null,
    })
    .where(unlessOver(table, id));
}
