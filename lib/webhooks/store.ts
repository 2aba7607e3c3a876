import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { deliveries } from "@/db/schema";
import { toRegistrationStatus } from "@/lib/institutions/model";
import { notice } from "@/lib/live/announce";
import type { KeptHeaders } from "./model";
import type { Delivery } from "./verify";

/** Longest identifier or name worth keeping beside the raw body, in characters. */
const FIELD_CHARS_MAX = 200;

/** PostgreSQL's text takes neither NUL nor half a surrogate pair; the raw body keeps them. */
const field = z
  .string()
  .transform((value) => value.replaceAll("\0", "").toWellFormed().slice(0, FIELD_CHARS_MAX));

const event = z.object({
  webhook_type: z.literal("PARTNER"),
  webhook_code: z.literal("END_CUSTOMER_OAUTH_STATUS_UPDATED"),
  end_customer_client_id: field.pipe(z.string().min(1)),
  institution_id: field.catch(""),
  status: field.catch(""),
});

/**
 * Keeps a genuine delivery once, however often it comes. After this returns nothing may be lost: the route answers 200.
 * The work loop does the rest. Open pages are shown at once what the delivery says, as a report.
 */
export async function storeDelivery(delivery: Delivery & { headers: KeptHeaders }): Promise<void> {
  const stored = db
    .insert(deliveries)
    .values({ ...delivery, ...interpret(delivery.body) })
    .onConflictDoUpdate({
      target: deliveries.id,
      set: { attempts: sql`${deliveries.attempts} + 1`, lastReceivedAt: sql`now()` },
    })
    .returning({
      isNew: sql<boolean>`xmax = 0`.as("is_new"),
      clientId: deliveries.clientId,
      institutionId: deliveries.institutionId,
      status: deliveries.status,
    });
  const report = sql`json_build_object('institutionId', institution_id, 'status', status)`;
  // One statement is one way to the database and back, and Plaid waits for it.
  await db.execute(sql`
    with kept as ${stored}, stored as (select * from kept where is_new), change as (
      insert into changes (customer_id)
      select customers.id from stored join customers using (client_id) where stored.status <> ''
      returning *
    )
    select pg_notify('vestibule_work', 'deliveries') from stored
    union all
    select ${notice(report)} from change, stored`);
}

function interpret(body: Buffer) {
  const parsed = event.safeParse(readJson(body));
  if (!parsed.success) return { state: "unhandled" as const };
  return {
    state: "received" as const,
    dueAt: sql`now()`,
    webhookCode: parsed.data.webhook_code,
    clientId: parsed.data.end_customer_client_id,
    institutionId: parsed.data.institution_id,
    status: toRegistrationStatus(parsed.data.status),
  };
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
