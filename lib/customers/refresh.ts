import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { getEndCustomer } from "@/lib/partner-api/client";
import { PartnerApiError } from "@/lib/partner-api/errors";
import { databaseNow } from "./now";
import { busy, recordStatus } from "./status";

/**
 * Asks Plaid for a customer's status and records it.
 *
 * @returns the status Plaid gave.
 * @throws PartnerApiError; with CUSTOMER_NOT_FOUND the row has been marked, because then somebody
 * removed it elsewhere or the credentials belong to another environment.
 */
export async function refreshStatus(
  actor: Actor,
  customer: { id: string; clientId: string },
  unless: readonly string[] = busy,
): Promise<string> {
  const asOf = await databaseNow();
  try {
    const asker = actor.kind === "system" ? "loop" : "person";
    const { status } = await getEndCustomer(customer.id, customer.clientId, asker);
    await db.transaction((tx) =>
      recordStatus(tx, actor, { id: customer.id, status, asOf, unless }),
    );
    return status;
  } catch (error) {
    if (isNotFound(error)) await markMissing(actor, customer.id);
    throw error;
  }
}

/** `last_failure` of a customer Plaid does not know; it is not polled again until a person checks. */
export const MISSING_AT_PLAID = "CUSTOMER_NOT_FOUND";

export function isNotFound(error: unknown): error is PartnerApiError {
  return error instanceof PartnerApiError && error.code === MISSING_AT_PLAID;
}

async function markMissing(actor: Actor, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const missing = { dueAt: null, lastFailure: MISSING_AT_PLAID, quarantinedAt: sql`now()` };
    await tx.update(customers).set(missing).where(eq(customers.id, id));
    await recordAudit(tx, actor, { action: "customer.missing_at_plaid", subject: id });
    await announce(tx, id);
  });
}
