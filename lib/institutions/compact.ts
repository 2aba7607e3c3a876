import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";

const LOCK = 7_301_002;

/**
 * Sums up what the triggers added to the counts of banks. One statement: whoever reads meanwhile sees
 * all of it from before or from after. A second process that comes at once does nothing.
 */
export async function compactInstitutionCounts(): Promise<void> {
  await db.execute(sql`
    with turn as materialized (
      select pg_try_advisory_xact_lock(${LOCK}::bigint) and exists (
        select from institution_counts group by institution_id, status having count(*) > 1
      ) as ours
    ), taken as (
      delete from institution_counts where (select ours from turn)
      returning institution_id, status, n
    )
    insert into institution_counts (institution_id, status, n)
    select institution_id, status, sum(n) from taken
    group by institution_id, status having sum(n) <> 0
  `);
}
