import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Each counter and what it counts by. Triggers add a row for every change. */
const counters = {
  customer_counts: ["turn", "status"],
  go_live_counts: ["week", "days"],
  institution_counts: ["institution_id", "status"],
};

/** Puts rows of equal keys together, so that reading a counter stays cheap. */
export async function compactCounts(): Promise<void> {
  for (const [counter, keys] of Object.entries(counters)) await compact(counter, keys);
}

/**
 * One statement: whoever reads meanwhile sees all of it from before or from after. Of two processes
 * that come at once, the second finds the rows gone and adds nothing.
 */
async function compact(counter: string, keyColumns: string[]): Promise<void> {
  const table = sql.identifier(counter);
  const keys = sql.join(
    keyColumns.map((column) => sql.identifier(column)),
    sql`, `,
  );
  await db.execute(sql`
    with taken as (
      delete from ${table}
      where (select exists (select from ${table} group by ${keys} having count(*) > 1))
      returning ${keys}, n
    )
    insert into ${table} (${keys}, n)
    select ${keys}, sum(n) from taken group by ${keys} having sum(n) <> 0
  `);
}
