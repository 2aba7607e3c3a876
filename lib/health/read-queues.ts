import "server-only";
import { getTableName, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sources } from "@/lib/work/loop";
import { COUNT_MAX } from "./model";

type Queue = { name: string; due: number; lagMs: number; quarantined: number };

/** Each source of work once: how many rows are due, how long the oldest has waited, and what waits for a person. */
export async function readQueues(): Promise<Queue[]> {
  const tables = new Map(sources.map(({ name, table }) => [name, table]));
  const each = [...tables].map(([name, table]) => {
    const rows = sql.identifier(getTableName(table));
    return sql`
      select ${name}::text as name,
        (select count(*)::int from (
          select 1 from ${rows} where due_at <= clock_timestamp() limit ${COUNT_MAX}
        ) as d) as due,
        coalesce(extract(epoch from clock_timestamp() - (
          select due_at from ${rows} where due_at <= clock_timestamp() order by due_at limit 1
        )) * 1000, 0)::float as "lagMs",
        (select count(*)::int from (
          select 1 from ${rows} where quarantined_at is not null limit ${COUNT_MAX}
        ) as q) as quarantined`;
  });
  const rows = await db.execute<Queue>(sql.join(each, sql` union all `));
  return rows.map((row) => ({ ...row, lagMs: Math.max(0, Math.round(row.lagMs)) }));
}
