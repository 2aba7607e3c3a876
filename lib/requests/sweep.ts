import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** A tidying takes no more than this many, so that nobody waits for it. */
const BATCH = 2_000;

/** Forgets calls of the Partner API after 90 days. */
export async function sweepRequests(): Promise<void> {
  await db.execute(sql`
    delete from partner_api_requests where id in (
      select id from partner_api_requests where at < now() - interval '90 days'
      order by at limit ${BATCH}
    )`);
}
