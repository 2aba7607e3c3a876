import "server-only";
import { and, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Period } from "./model";

/** Rows whose instant lies in the period; undefined where every row does. */
export function within(instant: SQLWrapper, { from, until }: Period): SQL | undefined {
  return and(
    from ? sql`${instant} >= (${from}::date)::timestamp at time zone 'UTC'` : undefined,
    until ? sql`${instant} < (${until}::date + 1)::timestamp at time zone 'UTC'` : undefined,
  );
}
