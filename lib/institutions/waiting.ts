import "server-only";
import { and, asc, eq, inArray, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, institutions } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { shiftBusinessDays } from "@/lib/business-days/model";
import { decodeCursor, encodeCursor } from "@/lib/customers/cursor";
import type { WaitingFilter, WaitingPage } from "./model";

const PAGE_SIZE = 50;

const micros = sql<string>`(extract(epoch from ${institutions.statusSince}) * 1000000)::bigint::text`;

/** Customers in one status at one bank, longest waiting first, and how they stand elsewhere. */
export async function listWaiting(
  actor: Actor,
  { institutionId, status, stuckDays, after }: WaitingFilter,
): Promise<WaitingPage> {
  authorize(actor, "customer.read");
  const cursor = decodeCursor(after);
  const found = await db
    .select({
      id: institutions.customerId,
      companyName: customers.companyName,
      since: institutions.statusSince,
      micros,
    })
    .from(institutions)
    .innerJoin(customers, eq(customers.id, institutions.customerId))
    .where(
      and(
        eq(institutions.institutionId, institutionId.replaceAll("\0", "")),
        eq(institutions.status, status.replaceAll("\0", "")),
        stuckDays === null
          ? undefined
          : lt(institutions.statusSince, shiftBusinessDays(new Date(), -stuckDays)),
        cursor &&
          sql`(${institutions.statusSince}, ${institutions.customerId}) >
            (timestamptz 'epoch' + ${cursor.micros}::bigint * interval '1 microsecond', ${cursor.id})`,
      ),
    )
    .orderBy(asc(institutions.statusSince), asc(institutions.customerId))
    .limit(PAGE_SIZE + 1);

  const shown = found.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  const banks = await banksOf(shown.map(({ id }) => id));
  return {
    rows: shown.map(({ id, companyName, since }) => ({
      ...{ id, companyName },
      since: since.toISOString(),
      banks: banks.get(id) ?? {},
    })),
    next: last && found.length > PAGE_SIZE ? encodeCursor(last) : null,
  };
}

/** Status by bank, by customer. */
async function banksOf(ids: string[]): Promise<Map<string, Record<string, string>>> {
  const banks = new Map<string, Record<string, string>>();
  if (ids.length === 0) return banks;
  const rows = await db
    .select({
      customerId: institutions.customerId,
      institutionId: institutions.institutionId,
      status: institutions.status,
    })
    .from(institutions)
    .where(inArray(institutions.customerId, ids));
  for (const { customerId, institutionId, status } of rows) {
    banks.set(customerId, { ...banks.get(customerId), [institutionId]: status });
  }
  return banks;
}
