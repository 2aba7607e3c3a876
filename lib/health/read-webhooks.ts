import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { COUNT_MAX, type HealthFacts } from "./model";

type Row = { lastAt: string | null; failing: number; quarantined: number; orphans: number };

export async function readWebhooks(): Promise<HealthFacts["webhooks"]> {
  const [row] = await db.execute<Row>(sql`
    select
      to_json((select received_at from deliveries order by received_at desc limit 1)) #>> '{}' as "lastAt",
      (select count(*)::int from (
        select failures from deliveries where due_at is not null order by due_at limit ${COUNT_MAX}
      ) as waiting where failures > 0) as failing,
      (select count(*)::int from (
        select 1 from deliveries where quarantined_at is not null limit ${COUNT_MAX}
      ) as q) as quarantined,
      (select count(*)::int from (
        select 1 from deliveries where state = 'orphan' limit ${COUNT_MAX}
      ) as o) as orphans`);
  if (!row) throw new Error("A query without a table has a row");
  return { ...row, lastAt: row.lastAt && new Date(row.lastAt).toISOString() };
}
