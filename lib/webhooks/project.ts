import "server-only";
import { and, eq, lte, or, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { customers, deliveries } from "@/db/schema";
import { isNotFound } from "@/lib/customers/refresh";
import { refreshInstitutions } from "@/lib/institutions/refresh";
import { takeCall } from "@/lib/work/budget";
import type { BankEffect } from "./model";

/**
 * Brings one delivery into the bank grid. A delivery has no id, no time and no order, so it only
 * says "look again": the banks are fetched, and every delivery received before the question is done.
 */
export async function projectDelivery(id: string, signal: AbortSignal): Promise<void> {
  const [delivery] = await db
    .select({
      clientId: deliveries.clientId,
      state: deliveries.state,
      customerId: customers.id,
    })
    .from(deliveries)
    .leftJoin(customers, eq(customers.clientId, deliveries.clientId))
    .where(eq(deliveries.id, id));
  if (!delivery?.clientId || delivery.state !== "received") return;

  const { clientId, customerId } = delivery;
  const customer = customerId ? { id: customerId, clientId } : await awaitCustomer(id, clientId);
  if (!customer) return;
  await takeCall("webhook", signal);
  const refreshed = await refreshInstitutions(customer, "webhook").catch(goneAtPlaid);
  const { asOf, effects = [] } = refreshed ?? {};
  await db
    .update(deliveries)
    .set({
      state: "projected",
      projectedAt: sql`coalesce(${deliveries.projectedAt}, now())`,
      customerId: customer.id,
      dueAt: null,
      lastFailure: asOf ? null : "CUSTOMER_NOT_FOUND",
      effect: addedTo(id, effects),
      stale: saysOtherwise(customer.id, effects),
    })
    .where(or(eq(deliveries.id, id), asOf && coveredBy(customer.clientId, asOf)));
}

/** What was found changed is the effect of the delivery that made us ask, not of those it covered. */
function addedTo(id: string, effects: BankEffect[]) {
  return sql`coalesce(${deliveries.effect}, '[]') ||
    case when ${deliveries.id} = ${id} then ${JSON.stringify(effects)}::jsonb else '[]' end`;
}

/** Whether the bank is neither as the delivery says nor has changed just now. */
function saysOtherwise(customerId: string, effects: BankEffect[]) {
  const changed = JSON.stringify(effects.map(({ institutionId }) => institutionId));
  return sql`not ${changed}::jsonb ? ${deliveries.institutionId} and coalesce(${deliveries.status} <> (
    select i.status from institutions i
    where i.customer_id = ${customerId} and i.institution_id = ${deliveries.institutionId}
  ), false)`;
}

/** A webhook about a customer that was removed meanwhile has nothing left to change. */
function goneAtPlaid(error: unknown): undefined {
  if (!isNotFound(error)) throw error;
}

function coveredBy(clientId: string, asOf: Date) {
  return and(
    eq(deliveries.clientId, clientId),
    eq(deliveries.state, "received"),
    lte(deliveries.receivedAt, asOf),
  );
}

/** The customer if it has come just now, or undefined after keeping the delivery until it appears. */
async function awaitCustomer(deliveryId: string, clientId: string) {
  return db.transaction(async (tx) => {
    await lockClientId(tx, clientId);
    const [customer] = await tx
      .select({ id: customers.id })
      .from(customers)
      .where(eq(customers.clientId, clientId));
    if (customer) return { id: customer.id, clientId };
    const orphan = { state: "orphan", dueAt: null } as const;
    await tx.update(deliveries).set(orphan).where(eq(deliveries.id, deliveryId));
    return undefined;
  });
}

/** Links what arrived before its customer did. Call it in the transaction that sets the client_id. */
export async function linkOrphans(tx: Transaction, clientId: string): Promise<void> {
  await lockClientId(tx, clientId);
  await tx
    .update(deliveries)
    .set({ state: "received", dueAt: sql`now()` })
    .where(and(eq(deliveries.clientId, clientId), eq(deliveries.state, "orphan")));
  await tx.execute(sql`select pg_notify('vestibule_work', 'deliveries')`);
}

/** Keeps "becomes an orphan" and "its customer appears" from passing each other unseen. */
async function lockClientId(tx: Transaction, clientId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${clientId}))`);
}
