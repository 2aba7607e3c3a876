import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { createAttempts, customers, invitations, secrets } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import { requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import type { Actor } from "@/lib/auth/model";
import { endHandovers } from "@/lib/handovers/revoke";
import { endLinks } from "@/lib/invitations/end-links";
import { announce } from "@/lib/live/announce";
import { removeEndCustomer } from "@/lib/partner-api/client";
import { PartnerApiError } from "@/lib/partner-api/errors";
import { fail, ok, type Result } from "@/lib/result";
import { emptied } from "@/lib/secrets/keep";
import { canRemove } from "@/lib/statuses/model";
import { untilRecorded } from "@/lib/work/until-recorded";
import type { RemoveError } from "./model";
import { isNotFound, refreshStatus } from "./refresh";

/**
 * Removes a customer at Plaid, where its keys stop working at once; a draft that was never sent is
 * only discarded. Neither can be undone, so it takes a fresh sign-in. A live customer cannot be removed
 * through the API.
 */
export async function removeCustomer(actor: Actor, id: string): Promise<Result<null, RemoveError>> {
  authorize(actor, "customer.remove");
  const fresh = await requireFreshSignIn(actor);
  if (!fresh.ok) return fresh;

  const [customer] = await db
    .select({ clientId: customers.clientId, status: customers.status })
    .from(customers)
    .where(eq(customers.id, id));
  if (!customer) return fail({ code: "not_found" });
  const { clientId, status } = customer;
  if (!canRemove(status)) return fail({ code: "not_removable", status });

  if (clientId) {
    const refusal = await removeAtPlaid(actor, { id, clientId });
    if (refusal) return fail(refusal);
  }
  await untilRecorded(() => recordRemoved(actor, id, clientId !== null));
  return ok(null);
}

/** Undefined once it is gone, also when an earlier attempt had already removed it. */
async function removeAtPlaid(
  actor: Actor,
  customer: { id: string; clientId: string },
): Promise<RemoveError | undefined> {
  try {
    await removeEndCustomer(customer.id, customer.clientId);
    return undefined;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    if (!(error instanceof PartnerApiError)) throw error;
    if (error.code === "CUSTOMER_REMOVAL_NOT_ALLOWED") {
      await refreshStatus(actor, customer).catch(() => undefined);
    }
    return { code: "refused", problem: error.toProblem() };
  }
}

async function recordRemoved(actor: Actor, id: string, wasSent: boolean): Promise<void> {
  await db.transaction(async (tx) => {
    const gone = { status: "REMOVED", statusSince: sql`now()`, updatedAt: sql`now()` };
    const marked = await tx
      .update(customers)
      .set({ ...gone, removedAt: sql`now()`, dueAt: null })
      .where(and(eq(customers.id, id), ne(customers.status, "REMOVED")))
      .returning({ id: customers.id });
    if (marked.length === 0) return;
    await tx.update(secrets).set(emptied).where(eq(secrets.customerId, id));
    await endHandovers(tx, id);
    await endLinks(tx, eq(invitations.customerId, id));
    // The name is free again for another customer.
    await tx
      .update(createAttempts)
      .set({ applicationNameKey: null })
      .where(eq(createAttempts.customerId, id));
    const action = wasSent ? "customer.removed" : "onboarding.discarded";
    await recordAudit(tx, actor, { action, subject: id });
    await announce(tx, id);
  });
}
