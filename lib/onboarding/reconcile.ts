import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { createAttempts, customers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import { requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import type { Actor } from "@/lib/auth/model";
import type { AbsentError, AdoptError } from "@/lib/customers/model";
import { isNotFound } from "@/lib/customers/refresh";
import { announce } from "@/lib/live/announce";
import { getEndCustomer } from "@/lib/partner-api/client";
import { PartnerApiError } from "@/lib/partner-api/errors";
import { fail, ok, type Result } from "@/lib/result";
import { tidy } from "@/lib/values/text";
import { attachClient } from "./outcome";

/** A create that Plaid is still working on could appear until then. */
const ABSENT_AFTER_MINUTES = 15;

/**
 * Ends SUBMIT_UNKNOWN with a client_id found in Plaid's Dashboard, after Plaid confirmed that it
 * belongs to a company of the same name. Its secrets are not held here: Plaid gave them only once.
 */
export async function adoptCustomer(
  actor: Actor,
  id: string,
  clientId: string,
): Promise<Result<null, AdoptError>> {
  authorize(actor, "customer.reconcile");

  const [customer] = await db
    .select({ status: customers.status, companyName: customers.companyName })
    .from(customers)
    .where(eq(customers.id, id));
  if (!customer) return fail({ code: "not_found" });
  if (customer.status !== "SUBMIT_UNKNOWN") return fail({ code: "not_unknown" });

  const found = await getEndCustomer(id, clientId).catch(explain);
  if ("code" in found) return fail(found);
  if (!sameName(found.companyName, customer.companyName)) {
    return fail({ code: "other_customer", plaidName: found.companyName });
  }
  return attach(actor, id, found).catch(attachedElsewhere);
}

function explain(error: unknown): AdoptError {
  if (isNotFound(error)) return { code: "unknown_client_id" };
  if (error instanceof PartnerApiError) return { code: "refused", problem: error.toProblem() };
  throw error;
}

function sameName(a: string, b: string): boolean {
  return tidy(a).toLowerCase() === tidy(b).toLowerCase();
}

async function attach(
  actor: Actor,
  id: string,
  found: { clientId: string; status: string },
): Promise<Result<null, AdoptError>> {
  return db.transaction(async (tx) => {
    const ended = await tx
      .update(createAttempts)
      .set({ state: "CREATED", finishedAt: sql`now()` })
      .where(and(eq(createAttempts.customerId, id), eq(createAttempts.state, "UNKNOWN")))
      .returning({ id: createAttempts.id });
    if (ended.length === 0) return fail({ code: "not_unknown" });
    await attachClient(tx, actor, { id, ...found });
    const details = { clientId: found.clientId, status: found.status };
    await recordAudit(tx, actor, { action: "customer.adopted", subject: id, details });
    return ok(null);
  });
}

function attachedElsewhere(error: unknown): Result<null, AdoptError> {
  const cause = error instanceof Error ? error.cause : undefined;
  const constraint = cause instanceof Error && Reflect.get(cause, "constraint_name");
  if (constraint !== "customers_client_id_unique") throw error;
  return fail({ code: "attached_elsewhere" });
}

/**
 * Ends SUBMIT_UNKNOWN with a person's word that Plaid does not have the customer; it can then be
 * sent again. It takes a fresh sign-in, and the company name is typed as confirmation.
 */
export async function confirmAbsent(
  actor: Actor,
  id: string,
  companyName: string,
): Promise<Result<null, AbsentError>> {
  authorize(actor, "customer.reconcile");
  const fresh = await requireFreshSignIn(actor);
  if (!fresh.ok) return fresh;

  return db.transaction(async (tx) => {
    const [customer] = await tx
      .select({
        status: customers.status,
        companyName: customers.companyName,
        until: sql<string>`${createAttempts.startedAt} + ${ABSENT_AFTER_MINUTES} * interval '1 minute'`,
        tooEarly: sql<boolean>`${createAttempts.startedAt} + ${ABSENT_AFTER_MINUTES} * interval '1 minute' > now()`,
        attemptId: createAttempts.id,
      })
      .from(customers)
      .innerJoin(
        createAttempts,
        and(eq(createAttempts.customerId, customers.id), eq(createAttempts.state, "UNKNOWN")),
      )
      .where(eq(customers.id, id))
      .for("update", { of: customers });
    if (!customer) return fail({ code: "not_found" });
    if (customer.status !== "SUBMIT_UNKNOWN") return fail({ code: "not_unknown" });
    if (!sameName(companyName, customer.companyName)) return fail({ code: "name_differs" });
    if (customer.tooEarly) {
      return fail({ code: "too_early", until: new Date(customer.until).toISOString() });
    }

    await tx
      .update(createAttempts)
      .set({ state: "ABSENT", finishedAt: sql`now()` })
      .where(eq(createAttempts.id, customer.attemptId));
    const ready = { status: "READY", statusSince: sql`now()`, updatedAt: sql`now()` };
    await tx.update(customers).set(ready).where(eq(customers.id, id));
    const details = { attempt: customer.attemptId };
    await recordAudit(tx, actor, { action: "customer.confirmed_absent", subject: id, details });
    await announce(tx, id);
    return ok(null);
  });
}
