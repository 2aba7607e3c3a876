import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { customers, invitations } from "@/db/schema";
import { fail, ok, type Result } from "@/lib/result";
import { isWithCustomer } from "@/lib/statuses/model";
import type { LinkProblem } from "./model";

export type Link = { customerId: string; invitationId: string };

type Locked = { invitation: typeof invitations.$inferSelect; status: string };

/** A link that still works, and its draft: both are held until the transaction ends. */
export async function lockLink(
  tx: Transaction,
  { customerId, invitationId }: Link,
): Promise<Result<Locked, { code: "not_found" } | { code: "revoked" }>> {
  // The draft first, as whoever types takes it.
  const [customer] = await tx
    .select({ status: customers.status })
    .from(customers)
    .where(eq(customers.id, customerId))
    .for("update");
  const [invitation] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.id, invitationId), eq(invitations.customerId, customerId)))
    .for("update");
  if (!customer || !invitation) return fail({ code: "not_found" });
  if (invitation.revokedAt) return fail({ code: "revoked" });
  return ok({ invitation, status: customer.status });
}

/** The same of a link whose reader is asked to type. */
export async function lockOpenLink(
  tx: Transaction,
  link: Link,
): Promise<Result<Locked, LinkProblem>> {
  const locked = await lockLink(tx, link);
  if (!locked.ok) return locked;
  const { status } = locked.value;
  return isWithCustomer(status) ? locked : fail({ code: "not_with_customer", status });
}
