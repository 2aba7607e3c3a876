import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { deliveries, partnerApiRequests } from "@/db/schema";
import type { SystemView } from "./model";

/** Longer than one task and its retries at Plaid take. */
const BEHIND_MINUTES = 5;

const lastWebhookQuery = db
  .select({ at: deliveries.receivedAt })
  .from(deliveries)
  .orderBy(sql`${deliveries.receivedAt} desc nulls last`)
  .limit(1)
  .prepare("overview_last_webhook");

const lastCheckQuery = db
  .select({ at: partnerApiRequests.at, outcome: partnerApiRequests.outcome })
  .from(partnerApiRequests)
  .orderBy(sql`${partnerApiRequests.at} desc nulls last`)
  .limit(1)
  .prepare("overview_last_check");

/** Work is done by whatever process runs the loop: what lies undone tells of it in any of them. */
export async function readSystem(): Promise<SystemView> {
  const [[webhook], [check], [behind]] = await Promise.all([
    lastWebhookQuery.execute(),
    lastCheckQuery.execute(),
    db.execute<{ since: string }>(sql`
      select to_json(since) #>> '{}' as since
      from (select least(
        (select min(due_at) from customers), (select min(due_at) from deliveries), (select min(due_at) from mails)
      ) as since) as oldest
      where since < now() - make_interval(mins => ${BEHIND_MINUTES})
    `),
  ]);
  return {
    lastWebhookAt: webhook?.at.toISOString() ?? null,
    lastCheckAt: check?.at.toISOString() ?? null,
    plaidSilent: check?.outcome === "unavailable",
    behindSince: behind?.since ? new Date(behind.since).toISOString() : null,
  };
}
