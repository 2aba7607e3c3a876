import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { type Cursor, decodeCursor } from "./cursor";

/** An order that pages follow: by a key, among equal keys by an id, as an index has them. */
export type Ordering = {
  /** Names it in cursors. */
  name: string;
  key: SQLWrapper;
  id: SQLWrapper;
  kind: "time" | "text";
  /** Latest first; ids of equal keys turn with it. */
  descending?: boolean;
};

/** Exact to the microsecond, of which a `Date` would lose three digits. */
const MICROS = /^\d{1,16}$/;

/** Undefined for anything that is no place in this order. */
export function placeIn(ordering: Ordering, text: string | null): Cursor | undefined {
  const cursor = decodeCursor(ordering.name, text);
  return cursor && (ordering.kind === "text" || MICROS.test(cursor.key)) ? cursor : undefined;
}

/** A row's key as it stands in a cursor. */
export function keyOf({ kind, key }: Ordering): SQL<string> {
  if (kind === "text") return sql<string>`${key}`;
  return sql<string>`(extract(epoch from ${key}) * 1000000)::bigint::text`;
}

/** Drizzle's descending indexes say NULLS LAST; PostgreSQL uses one only for an order that says so too. */
export function inOrder({ key, id, descending }: Ordering, backwards: boolean): SQL {
  if (descending) {
    const how = sql.raw(backwards ? "asc nulls first" : "desc nulls last");
    return sql`${key} ${how}, ${id} ${how}`;
  }
  const how = sql.raw(backwards ? "desc" : "asc");
  return sql`${key} ${how}, ${id} ${how}`;
}

/** Rows behind a place, or backwards before it. */
export function beyond(
  { key, id, kind, descending = false }: Ordering,
  cursor: Cursor | undefined,
  backwards: boolean,
): SQL | undefined {
  if (!cursor) return undefined;
  const side = sql.raw(descending === backwards ? ">" : "<");
  const value =
    kind === "text"
      ? cursor.key
      : sql`(timestamptz 'epoch' + ${cursor.key}::bigint * interval '1 microsecond')`;
  return sql`(${key}, ${id}) ${side} (${value}, ${cursor.id})`;
}
