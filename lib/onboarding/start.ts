import "server-only";
import { db } from "@/db/client";
import { customers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { readKept } from "./read-kept";
import { stateOf } from "./read-state";
import { updateCustomer } from "./write-draft";

/** An empty draft, so that the first answer already has a place. */
export async function startOnboarding(actor: Actor): Promise<{ id: string }> {
  authorize(actor, "onboarding.edit");
  const { userId } = actor;

  return db.transaction(async (tx) => {
    const [customer] = await tx
      .insert(customers)
      .values({ createdBy: userId })
      .returning({ id: customers.id });
    if (!customer) throw new Error("The draft was not written");
    const { answers, gaps, status: after } = stateOf(await readKept(tx, customer.id));
    await updateCustomer(tx, { ...customer, before: "DRAFT", after, answers, gaps });
    await recordAudit(tx, actor, { action: "onboarding.started", subject: customer.id });
    await announce(tx, customer.id);
    return customer;
  });
}
