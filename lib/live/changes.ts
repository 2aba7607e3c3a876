import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Change, isPoint, type News, type Point } from "./model";

/** Beyond this it is less work to read the page again. */
const CHANGES_MAX = 500;

/**
 * What happened since a point. Not named are the changes where they are too many, where the point
 * lies before what is kept, or where it is none of this database.
 */
export async function newsSince(given: string | null | undefined): Promise<News> {
  const since = isPoint(given) ? given : null;
  // One statement: the new point and what is told belong to one snapshot.
  const [found] = await db.execute<{ point: Point; changes: Change[] | null }>(sql`
    select pg_snapshot_xmin(pg_current_snapshot())::text as point, case
      when ${since}::xid8 <= pg_snapshot_xmax(pg_current_snapshot())
        and ${since}::xid8 >= (select xid from changes order by xid limit 1)
      then (
        select coalesce(jsonb_agg(jsonb_build_object('customerId', customer_id, 'xid', xid::text)), '[]')
        from (
          select customer_id, xid from changes
          where xid >= ${since}::xid8 order by xid limit ${CHANGES_MAX + 1}
        ) as missed
      )
    end as changes`);
  if (!found) throw new Error("A query without a table has a row");
  const tooMany = found.changes !== null && found.changes.length > CHANGES_MAX;
  return tooMany ? { ...found, changes: null } : found;
}

/**
 * Forgets what is older than an hour, but for the newest of it: a point is known when something kept
 * is as old. Rows of transactions that are yet to come were restored from another database.
 */
export async function sweepChanges(): Promise<void> {
  await db.execute(sql`
    delete from changes
    where xid >= pg_snapshot_xmax(pg_current_snapshot()) or xid < (
      select xid from changes
      where at < now() - interval '1 hour' and xid < pg_snapshot_xmin(pg_current_snapshot())
      order by xid desc limit 1
    )`);
}
