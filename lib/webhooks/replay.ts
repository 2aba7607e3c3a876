import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, deliveries } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { effectsNow } from "@/lib/institutions/refresh";
import { announce } from "@/lib/live/announce";
import { PartnerApiError } from "@/lib/partner-api/errors";
import { fail, ok, type Result } from "@/lib/result";
import { type BankEffect, type ReplayError, replayable } from "./model";

/**
 * What replaying one delivery would change, as Plaid stands now. Asks Plaid and writes nothing.
 * Plaid is asked how the banks are, so what an old delivery says brings nothing old back.
 */
export async function previewReplay(
  actor: Actor,
  id: string,
): Promise<Result<BankEffect[], ReplayError>> {
  authorize(actor, "webhook.replay");
  if (id.includes("\0")) return fail({ code: "not_found" });
  const [found] = await db
    .select({
      verdict: deliveries.verdict,
      customerId: customers.id,
      clientId: customers.clientId,
    })
    .from(deliveries)
    .leftJoin(customers, eq(customers.clientId, deliveries.clientId))
    .where(eq(deliveries.id, id));
  if (!found) return fail({ code: "not_found" });
  if (found.verdict === "unhandled") return fail({ code: "not_replayable" });
  const { customerId, clientId } = found;
  if (!customerId || !clientId) return fail({ code: "customer_unknown" });
  try {
    return ok(await effectsNow({ id: customerId, clientId }));
  } catch (error) {
    if (!(error instanceof PartnerApiError)) throw error;
    return fail({ code: "refused", problem: error.toProblem() });
  }
}

/** Has the work loop do it again at once, as if it had come just now. */
export async function replayDelivery(actor: Actor, id: string): Promise<Result<null, ReplayError>> {
  authorize(actor, "webhook.replay");
  if (id.includes("\0")) return fail({ code: "not_found" });
  return db.transaction(async (tx) => {
    const [replayed] = await tx
      .update(deliveries)
      .set({ ...dueAgain, dueAt: sql`now()` })
      .where(and(eq(deliveries.id, id), inArray(deliveries.verdict, [...replayable])))
      .returning({ clientId: deliveries.clientId });
    if (!replayed) return fail({ code: "not_replayable" });
    const [customer] = await tx
      .select({ id: customers.id })
      .from(customers)
      .where(eq(customers.clientId, replayed.clientId ?? ""));
    const subject = customer?.id ?? id;
    await recordAudit(tx, actor, {
      action: "webhook.replayed",
      subject,
      details: { delivery: id },
    });
    await announce(tx, subject);
    await tx.execute(sql`select pg_notify('vestibule_work', 'deliveries')`);
    return ok(null);
  });
}

/** What makes a delivery new to the work loop. */
export const dueAgain = {
  state: "received",
  failures: 0,
  lastFailure: null,
  quarantinedAt: null,
  replayedAt: sql`now()`,
} as const;
