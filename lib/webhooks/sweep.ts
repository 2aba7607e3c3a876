import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { rejectionCodes } from "./model";

/** A tidying takes no more than this many rows of each kind, so that nobody waits for it. */
const BATCH = 1_000;
/** Of each cause; older ones go, whatever their age. */
export const REJECTIONS_MAX = 1_000;

/** Takes away what is too old: bodies after 90 days, the rest of a delivery after a year. */
export async function sweepWebhooks(): Promise<void> {
  await db.execute(sql`
    update deliveries set body = null, headers = null
    where id in (${oldest(sql`received_at < now() - interval '90 days' and body is not null`)})`);
  await db.execute(sql`
    delete from deliveries
    where id in (${oldest(sql`received_at < now() - interval '1 year'`)})`);
  for (const code of rejectionCodes) await sweepRejections(code);
}

function oldest(which: SQL): SQL {
  return sql`select id from deliveries where ${which} order by received_at limit ${BATCH}`;
}

async function sweepRejections(code: string): Promise<void> {
  await db.execute(sql`
    delete from webhook_rejections where code = ${code} and (
      at < now() - interval '90 days' or (at, id) < (
        select at, id from webhook_rejections where code = ${code}
        order by at desc nulls last, id desc nulls last offset ${REJECTIONS_MAX - 1} limit 1
      )
    )`);
  await db.execute(sql`
    delete from webhook_rejection_counts
    where code = ${code} and minute < now() - interval '7 days'`);
}
