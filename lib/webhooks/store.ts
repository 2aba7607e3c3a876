import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { deliveries } from "@/db/schema";
import { toRegistrationStatus } from "@/lib/institutions/model";
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
 * Keeps a genuine delivery, once. After this returns nothing may be lost: the route answers 200.
 * The work loop does the rest.
 */
export async function storeDelivery(delivery: Delivery): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .insert(deliveries)
      .values({ ...delivery, ...interpret(delivery.body) })
      .onConflictDoNothing();
    await tx.execute(sql`select pg_notify('vestibule_work', 'deliveries')`);
  });
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
