import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, users } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { secondPerson } from "@/lib/onboarding/partner";
import { fail, ok, type Result } from "@/lib/result";
import { canEnable } from "@/lib/statuses/model";
import type { EnablingView } from "./model";

const onePerson: EnablingView = { twoPeople: false, wish: null };

/** Whether enabling takes two people, and whether one of them has pressed already. */
export async function getEnabling(actor: Actor, id: string): Promise<EnablingView> {
  authorize(actor, "customer.read");
  if (!(await secondPerson(db)).enables) return onePerson;
  const [found] = await db
    .select({
      status: customers.status,
      at: customers.enableAskedAt,
      by: users.name,
      userId: users.id,
    })
    .from(customers)
    .innerJoin(users, eq(users.id, customers.enableAskedBy))
    .where(eq(customers.id, id));
  if (!found?.at || !canEnable(found.status)) return { twoPeople: true, wish: null };
  const { by, at, userId } = found;
  return { twoPeople: true, wish: { by, at: at.toISOString(), yours: userId === actor.userId } };
}

/** Takes the wish back, one's own or a colleague's. Without one there is nothing to do. */
export async function withdrawEnable(
  actor: Actor,
  id: string,
): Promise<Result<null, { code: "not_found" }>> {
  authorize(actor, "customer.enable");

  return db.transaction(async (tx) => {
    const [customer] = await tx
      .select({ askedBy: customers.enableAskedBy, status: customers.status })
      .from(customers)
      .where(eq(customers.id, id))
      .for("update");
    if (!customer) return fail({ code: "not_found" });
    const { askedBy, status } = customer;
    if (askedBy === null || !canEnable(status)) return ok(null);
    await tx
      .update(customers)
      .set({ enableAskedBy: null, enableAskedAt: null, updatedAt: sql`now()` })
      .where(eq(customers.id, id));
    const details = { askedBy };
    await recordAudit(tx, actor, { action: "customer.enable_withdrawn", subject: id, details });
    await announce(tx, id);
    return ok(null);
  });
}
