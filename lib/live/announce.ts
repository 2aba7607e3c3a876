import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { traceParent } from "@/lib/telemetry/spans";
import { LIVE_CHANNEL } from "./model";

/**
 * Tells every open page that this customer changed. Sent when the transaction commits, never before.
 *
 * News are delivered in the order of commits, so whatever has not been delivered by then was not
 * committed when this statement looked: its id is at least the snapshot's xmin.
 */
export async function announce(tx: Transaction, customerId: string): Promise<void> {
  await tx.execute(sql`
    with change as (insert into changes (customer_id) values (${customerId}) returning *)
    select ${notice({ report: sql`null`, traceParent: sql`${traceParent() ?? null}::text` })} from change`);
}

type Notice = {
  /** JSON of the `Report` behind it, or null. */
  report: SQL;
  /** Of the trace it came out of, or null. */
  traceParent: SQL;
};

/** Sends a row of `changes`. */
export function notice({ report, traceParent }: Notice): SQL {
  return sql`pg_notify(${LIVE_CHANNEL}, json_build_object(
    'customerId', customer_id, 'xid', xid::text, 'report', ${report}, 'traceParent', ${traceParent},
    'point', pg_snapshot_xmin(pg_current_snapshot())::text
  )::text)`;
}
