import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { customers } from "@/db/schema";
import type { Turn } from "@/lib/statuses/model";
import type { Cursor } from "./cursor";

/** Every word typed begins a term of the customer's. */
export function matchesSearch(search: string): SQL | undefined {
  const text = search.replaceAll("\0", "").trim();
  if (text === "") return undefined;
  return sql`not exists (
    select from search_words(${text}) as word where not exists (
      select from customer_terms where customer_id = ${customers.id}
        and term >= word and term < word || chr(1114111)
    )
  )`;
}

export function matchesStatus(status: string | null): SQL | undefined {
  return status === null ? undefined : eq(customers.status, status.replaceAll("\0", ""));
}

export function matchesTurn(turn: Turn | null): SQL | undefined {
  return turn === null ? undefined : eq(customers.turn, turn);
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
