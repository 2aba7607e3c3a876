import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { customers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { isNotFound } from "@/lib/customers/refresh";
import { dueIn, pollInterval } from "@/lib/customers/schedule";
import { announce } from "@/lib/live/announce";
import { getEndCustomer } from "@/lib/partner-api/client";
import { PartnerApiError } from "@/lib/partner-api/errors";
import { fail, ok, type Result } from "@/lib/result";
import { plain } from "@/lib/values/text";
import { linkOrphans } from "@/lib/webhooks/project";
import type { AdoptionError, FoundCustomer } from "./model";

/** Looks an end customer up at Plaid that was created elsewhere. Nothing is written. */
export async function findAtPlaid(
  actor: Actor,
  typed: string,
): Promise<Result<FoundCustomer, AdoptionError>> {
  authorize(actor, "customer.adopt");
  const clientId = plain(typed);
  if (!/^[\w-]{1,64}$/.test(clientId)) return fail({ code: "no_client_id" });
  const here = await findHere(db, clientId);
  if (here) return fail({ code: "already_here", ...here });
  try {
    const found = await getEndCustomer(null, clientId);
    const unanswered = await findUnanswered(found.companyName);
    return unanswered ? fail({ code: "unanswered", ...unanswered }) : ok(found);
  } catch (error) {
    if (isNotFound(error)) return fail({ code: "unknown_client_id" });
    if (error instanceof PartnerApiError)
      return fail({ code: "refused", problem: error.toProblem() });
    throw error;
  }
}

/**
 * Makes such an end customer one of this portal's, as Plaid tells of it now. Its secrets were given
 * to whoever created it, so none is held here; its banks are fetched by the loop.
 */
export async function adoptFromPlaid(
  actor: Actor,
  typed: string,
): Promise<Result<{ id: string }, AdoptionError>> {
  authorize(actor, "customer.adopt");
  const found = await findAtPlaid(actor, typed);
  if (!found.ok) return found;
  const { clientId, companyName, status } = found.value;
  return db.transaction(async (tx) => {
    const [adopted] = await tx
      .insert(customers)
      .values({
        clientId,
        companyName,
        status,
        createdBy: actor.userId,
        checkedAt: sql`now()`,
        dueAt: firstLook(status),
      })
      .onConflictDoNothing({ target: customers.clientId })
      .returning({ id: customers.id });
    if (!adopted) {
      const here = await findHere(tx, clientId);
      if (!here) throw new Error("The customer was not adopted");
      return fail({ code: "already_here", ...here });
    }
    await linkOrphans(tx, clientId);
    const details = { clientId, status };
    await recordAudit(tx, actor, {
      action: "customer.adopted_from_plaid",
      subject: adopted.id,
      details,
    });
    await announce(tx, adopted.id);
    await tx.execute(sql`select pg_notify('vestibule_work', 'customers')`);
    return ok(adopted);
  });
}

/** Of a live customer the banks are not known yet. */
function firstLook(status: string) {
  if (status === "ACTIVE") return sql<Date>`now()`;
  return dueIn(pollInterval({ status, ageSeconds: 0, openBanks: 0 }));
}

async function findHere(source: typeof db | Transaction, clientId: string) {
  const [here] = await source
    .select({ id: customers.id, companyName: customers.companyName })
    .from(customers)
    .where(eq(customers.clientId, clientId));
  return here;
}

async function findUnanswered(companyName: string) {
  const sameName = sql`lower(${customers.companyName}) = lower(${companyName})`;
  const [unanswered] = await db
    .select({ id: customers.id, companyName: customers.companyName })
    .from(customers)
    .where(and(eq(customers.status, "SUBMIT_UNKNOWN"), sameName))
    .limit(1);
  return unanswered;
}
