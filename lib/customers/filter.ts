import "server-only";
import { eq, inArray, notInArray, or, type SQL, sql } from "drizzle-orm";
import { customers } from "@/db/schema";
import { customerStatuses, statusesOfTurn, type Turn } from "@/lib/statuses/model";
import type { Cursor } from "./cursor";

/** What was typed stands for itself: `%` and `_` find only themselves. */
export function matchesSearch(search: string): SQL | undefined {
  const text = search.normalize("NFC").replaceAll("\0", "").trim();
  if (text === "") return undefined;
  const pattern = `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return sql`${customers.searchText} like lower(${pattern})`;
}

export function matchesStatus(status: string | null): SQL | undefined {
  return status === null ? undefined : eq(customers.status, status.replaceAll("\0", ""));
}

/** What Plaid has invented since counts as Plaid's turn, as its badge says. */
export function matchesTurn(turn: Turn | null): SQL | undefined {
  if (turn === null) return undefined;
  const known = inArray(customers.status, statusesOfTurn(turn));
  return turn === "plaid" ? or(known, notInArray(customers.status, customerStatuses)) : known;
}

/** The indexes over `updated_at` say NULLS LAST; PostgreSQL uses them only for an order that says so too. */
export const newestFirst = [
  sql`${customers.updatedAt} desc nulls last`,
  sql`${customers.id} desc nulls last`,
];
export const oldestFirst = [
  sql`${customers.updatedAt} asc nulls first`,
  sql`${customers.id} asc nulls first`,
];

export const cursorMicros = sql<string>`(extract(epoch from ${customers.updatedAt}) * 1000000)::bigint::text`;

export function olderThan(cursor: Cursor | undefined): SQL | undefined {
  return (
    cursor && sql`(${customers.updatedAt}, ${customers.id}) < (${instantOf(cursor)}, ${cursor.id})`
  );
}

export function newerThan(cursor: Cursor | undefined): SQL | undefined {
  return (
    cursor && sql`(${customers.updatedAt}, ${customers.id}) > (${instantOf(cursor)}, ${cursor.id})`
  );
}

/** Exact to the microsecond, as `to_timestamp` with its floating point would not be. */
export function instantOf({ micros }: Cursor): SQL {
  return sql`(timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond')`;
}
