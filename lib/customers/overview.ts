import "server-only";
import { asc, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, deliveries } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { readCounts } from "./counts";
import { matchesTurn } from "./filter";
import type { OverviewView } from "./model";
import { rowColumns, toRow } from "./rows";

const NEEDS_YOU_MAX = 10;

const needsYouQuery = db
  .select(rowColumns)
  .from(customers)
  .where(matchesTurn("you"))
  .orderBy(asc(customers.statusSince), asc(customers.id))
  .limit(NEEDS_YOU_MAX)
  .prepare("overview_needs_you");

const lastWebhookQuery = db
  .select({ receivedAt: deliveries.receivedAt })
  .from(deliveries)
  .orderBy(sql`${deliveries.receivedAt} desc nulls last`)
  .limit(1)
  .prepare("overview_last_webhook");

/** What needs a person, longest waiting first, and how many customers are where. */
export async function getOverview(actor: Actor): Promise<OverviewView> {
  authorize(actor, "customer.read");
  const [needsYou, counts, [webhook]] = await Promise.all([
    needsYouQuery.execute(),
    readCounts(),
    lastWebhookQuery.execute(),
  ]);
  return {
    needsYou: needsYou.map((found) => toRow(found, actor)),
    counts,
    lastWebhookAt: webhook?.receivedAt.toISOString() ?? null,
  };
}
