import "server-only";
import { and, eq, inArray, lt } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, institutions } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { shiftBusinessDays } from "@/lib/business-days/model";
import { encodeCursor } from "@/lib/customers/cursor";
import { beyond, inOrder, keyOf, type Ordering, placeIn } from "@/lib/customers/ordering";
import type { WaitingFilter, WaitingPage } from "./model";

const PAGE_SIZE = 50;

const longestFirst: Ordering = {
  name: "waiting",
  key: institutions.statusSince,
  id: institutions.customerId,
  kind: "time",
};

/** Customers in one status at one bank, longest waiting first, and how they stand elsewhere. */
export async function listWaiting(
  actor: Actor,
  { institutionId, status, stuckDays, after }: WaitingFilter,
): Promise<WaitingPage> {
  authorize(actor, "customer.read");
  const found = await db
    .select({
      id: institutions.customerId,
      companyName: customers.companyName,
      since: institutions.statusSince,
      key: keyOf(longestFirst),
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
        beyond(longestFirst, placeIn(longestFirst, after), false),
      ),
    )
    .orderBy(inOrder(longestFirst, false))
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
    next: last && found.length > PAGE_SIZE ? encodeCursor(longestFirst.name, last) : null,
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
