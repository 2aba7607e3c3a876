import "server-only";
import { and, gt, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { webhookRejectionCounts } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { ourTrouble } from "./model";

/** So many within a quarter of an hour are no accident. */
const TROUBLE_MIN = 3;

/** How many genuine webhooks were rejected within 15 minutes; 0 while there are only a few. */
export async function countSignatureTrouble(actor: Actor): Promise<number> {
  authorize(actor, "webhook.read");
  const { code, minute, n } = webhookRejectionCounts;
  const [found] = await db
    .select({ n: sql<number>`coalesce(sum(${n}), 0)::int` })
    .from(webhookRejectionCounts)
    .where(and(inArray(code, [...ourTrouble]), gt(minute, sql`now() - interval '15 minutes'`)));
  const rejected = found?.n ?? 0;
  return rejected >= TROUBLE_MIN ? rejected : 0;
}
