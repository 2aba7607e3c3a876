import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db/client";
import { customers, users } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import { type Actor, permissions } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { fail, ok, type Result } from "@/lib/result";
import type { AssignError, Person } from "./model";

/** Makes a customer one person's, or with null nobody's. */
export async function assignCustomer(
  actor: Actor,
  { customerId, userId }: { customerId: string; userId: string | null },
): Promise<Result<null, AssignError>> {
  authorize(actor, "onboarding.review");

  return db.transaction(async (tx) => {
    const [customer] = await tx
      .select({ assigneeId: customers.assigneeId })
      .from(customers)
      .where(eq(customers.id, customerId))
      .for("update");
    if (!customer) return fail({ code: "not_found" });
    if (customer.assigneeId === userId) return ok(null);
    const able = await reviewers(tx);
    if (userId && !able.some(({ id }) => id === userId)) return fail({ code: "no_such_person" });
    await tx.update(customers).set({ assigneeId: userId }).where(eq(customers.id, customerId));
    await recordAudit(tx, actor, {
      action: userId ? "customer.assigned" : "customer.unassigned",
      subject: customerId,
      details: userId ? { to: userId } : {},
    });
    await announce(tx, customerId);
    return ok(null);
  });
}

/** Whose customer it is, and whose it could be. */
export async function getAssignment(
  actor: Actor,
  customerId: string,
): Promise<{ assignee: Person | null; people: Person[] }> {
  authorize(actor, "onboarding.review");
  const [[assignee], people] = await Promise.all([
    db
      .select({ id: users.id, name: users.name })
      .from(customers)
      .innerJoin(users, eq(users.id, customers.assigneeId))
      .where(eq(customers.id, customerId)),
    reviewers(db),
  ]);
  return { assignee: assignee ?? null, people };
}

/** Everybody who may review, by name. */
export function reviewers(source: Database | Transaction): Promise<Person[]> {
  return source
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(
      and(inArray(users.role, [...permissions["onboarding.review"]]), isNull(users.suspendedAt)),
    )
    .orderBy(asc(users.name), asc(users.id));
}
