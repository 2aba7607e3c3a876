import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { customers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import { requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import type { Actor, StaffActor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { notifyTurn } from "@/lib/notifications/turn";
import { secondPerson } from "@/lib/onboarding/partner";
import { enableEndCustomer } from "@/lib/partner-api/client";
import { PartnerApiError } from "@/lib/partner-api/errors";
import { fail, ok, type Result } from "@/lib/result";
import { keepSecret } from "@/lib/secrets/keep";
import { canEnable } from "@/lib/statuses/model";
import { untilRecorded } from "@/lib/work/until-recorded";
import type { EnableError } from "./model";
import { refreshStatus } from "./refresh";
import { dueIn } from "./schedule";

/** After this long without an outcome the loop asks Plaid what happened. */
const PATIENCE_SECONDS = 60;

/**
 * Enables a customer in Production and keeps the secret Plaid returns. Cannot be undone, so it takes
 * a fresh sign-in, the status is asked again right before, and only one process at a time can be at
 * it.
 *
 * Where the partner wants two people, the first of them only records the wish.
 *
 * Plaid shows that secret once: when its answer is lost the customer is live and the secret is only
 * in Plaid's Dashboard.
 */
export async function enableCustomer(actor: Actor, id: string): Promise<Result<null, EnableError>> {
  authorize(actor, "customer.enable");
  const fresh = await requireFreshSignIn(actor);
  return fresh.ok ? enable(actor, id) : fresh;
}

async function enable(actor: StaffActor, id: string): Promise<Result<null, EnableError>> {
  const [customer] = await db
    .select({ clientId: customers.clientId, status: customers.status })
    .from(customers)
    .where(eq(customers.id, id));
  if (!customer) return fail({ code: "not_found" });
  const { clientId } = customer;
  if (!clientId || !canEnable(customer.status)) return notReady(customer.status);

  try {
    const status = await refreshStatus(actor, { id, clientId });
    if (!canEnable(status)) return notReady(status);
  } catch (error) {
    if (error instanceof PartnerApiError)
      return fail({ code: "refused", problem: error.toProblem() });
    throw error;
  }

  const taken = await claim(actor, id);
  if (taken === "wished") return ok(null);
  if (taken === "lost") return notReady("ENABLING");
  try {
    const { productionSecret } = await enableEndCustomer(id, clientId);
    await untilRecorded(() => recordEnabled(actor, id, productionSecret));
    return ok(null);
  } catch (error) {
    if (error instanceof PartnerApiError) return settle(actor, { id, clientId }, error);
    throw error;
  }
}

function notReady(status: string) {
  return fail({ code: "not_ready", status });
}

/**
 * Takes the customer for one call. Where the partner wants two people, the first one's press is kept
 * as a wish, and only another person's goes on.
 */
async function claim(actor: StaffActor, id: string): Promise<"claimed" | "wished" | "lost"> {
  return db.transaction(async (tx) => {
    const [customer] = await tx
      .select({ status: customers.status, askedBy: customers.enableAskedBy })
      .from(customers)
      .where(eq(customers.id, id))
      .for("update");
    if (customer?.status !== "PENDING_ENABLEMENT") return "lost";
    const { askedBy } = customer;
    const alone = askedBy === null || askedBy === actor.userId;
    if (alone && (await secondPerson(tx)).enables) {
      if (askedBy === null) await keepWish(tx, actor, id);
      return "wished";
    }
    await tx
      .update(customers)
      .set({ status: "ENABLING", statusSince: sql`now()`, dueAt: dueIn(PATIENCE_SECONDS) })
      .where(eq(customers.id, id));
    const details: Record<string, string> = askedBy === null ? {} : { askedBy };
    await recordAudit(tx, actor, { action: "customer.enable_requested", subject: id, details });
    await announce(tx, id);
    return "claimed";
  });
}

async function keepWish(tx: Transaction, actor: StaffActor, id: string): Promise<void> {
  await tx
    .update(customers)
    .set({ enableAskedBy: actor.userId, enableAskedAt: sql`now()` })
    .where(eq(customers.id, id));
  await recordAudit(tx, actor, { action: "customer.enable_asked", subject: id });
  await announce(tx, id);
}

async function recordEnabled(actor: Actor, id: string, secret: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(customers)
      .set({
        status: "ACTIVE",
        statusSince: sql`now()`,
        enabledAt: sql`now()`,
        enableAskedBy: null,
        enableAskedAt: null,
        checkedAt: sql`now()`,
        updatedAt: sql`now()`,
        // Bank registration has begun: look at once.
        dueAt: sql`now()`,
      })
      .where(eq(customers.id, id));
    await keepSecret(tx, { customerId: id, kind: "production", secret });
    await recordAudit(tx, actor, { action: "customer.enabled", subject: id });
    await announce(tx, id);
    await tx.execute(sql`select pg_notify('vestibule_work', 'customers')`);
  });
}

/** Plaid refused, or its answer is missing: its own word on the status decides what is true now. */
async function settle(
  actor: Actor,
  customer: { id: string; clientId: string },
  error: PartnerApiError,
): Promise<Result<null, EnableError>> {
  const status = await settleEnabling(actor, customer);
  if (error.code === "CUSTOMER_ALREADY_ENABLED" && status === "ACTIVE") return ok(null);
  if (error.kind === "unavailable") return fail({ code: "unknown", status });
  return fail({ code: "refused", problem: error.toProblem() });
}

/**
 * Ends an enabling whose outcome is not known, by asking.
 *
 * @returns the status, or null when Plaid could not be asked: then it stays ENABLE_UNKNOWN.
 */
export async function settleEnabling(
  actor: Actor,
  customer: { id: string; clientId: string },
): Promise<string | null> {
  try {
    return await refreshStatus(actor, customer, ["REMOVED", "ACTIVE"]);
  } catch (error) {
    if (!(error instanceof PartnerApiError)) throw error;
    await untilRecorded(() => recordUnknown(actor, customer.id));
    return null;
  }
}

async function recordUnknown(actor: Actor, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const marked = await tx
      .update(customers)
      .set({ status: "ENABLE_UNKNOWN", statusSince: sql`now()`, dueAt: dueIn(PATIENCE_SECONDS) })
      .where(and(eq(customers.id, id), eq(customers.status, "ENABLING")))
      .returning({ id: customers.id });
    if (marked.length === 0) return;
    await recordAudit(tx, actor, { action: "customer.enable_unknown", subject: id });
    await notifyTurn(tx, actor, { customerId: id, from: "ENABLING", status: "ENABLE_UNKNOWN" });
    await announce(tx, id);
  });
}
