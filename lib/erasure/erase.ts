import "server-only";
import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { customers, erasures, neverSent } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import { requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import type { Actor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { fail, ok, type Result } from "@/lib/result";
import { deleteDraft } from "@/lib/retention/delete-draft";
import { tidy } from "@/lib/values/text";
import { erasePeople } from "./erase-people";
import { type EraseError, isUndecided } from "./model";

type Wish = {
  customerId: string;
  /** The company's name, typed by whoever wants this. */
  typed: string;
};

/**
 * Erases what is held about the people of a customer. A draft that was never sent goes as a whole;
 * of others stays what Plaid has to be known by: the company, its client_id, statuses and banks.
 *
 * @returns whether the customer is still here.
 */
export async function erasePersonalData(
  actor: Actor,
  { customerId, typed }: Wish,
): Promise<Result<{ kept: boolean }, EraseError>> {
  authorize(actor, "person.erase");
  const fresh = await requireFreshSignIn(actor);
  if (!fresh.ok) return fresh;

  return db.transaction(async (tx) => {
    const customer = await lockCustomer(tx, customerId);
    if (!customer) return fail({ code: "not_found" });
    const { status, companyName, draft } = customer;
    if (tidy(typed) !== tidy(companyName)) return fail({ code: "name_differs" });
    if (!draft && isUndecided(status)) return fail({ code: "undecided", status });

    if (draft) await deleteDraft(tx, actor, customerId);
    else {
      await erasePeople(tx, actor, customerId);
      const erased = { erasedBy: actor.userId, erasedAt: sql`now()` };
      await tx
        .insert(erasures)
        .values({ customerId, ...erased })
        .onConflictDoUpdate({ target: erasures.customerId, set: erased });
    }
    const details = { kept: draft ? "nothing" : "company" };
    await recordAudit(tx, actor, { action: "person.erased", subject: customerId, details });
    await announce(tx, customerId);
    return ok({ kept: !draft });
  });
}

async function lockCustomer(tx: Transaction, id: string) {
  const [customer] = await tx
    .select({
      status: customers.status,
      companyName: customers.companyName,
      draft: sql<boolean>`${neverSent}`,
    })
    .from(customers)
    .where(eq(customers.id, id))
    .for("update");
  return customer;
}
