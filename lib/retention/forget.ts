import "server-only";
import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  applicantDevices,
  bulkItems,
  handoverDevices,
  handovers,
  imports,
  invitations,
  mails,
} from "@/db/schema";
import { eraseFromAudit } from "@/lib/audit/erase";
import type { Actor } from "@/lib/auth/model";

/** Invited people and recipients of keys, out of the log: their acts stay, signed by an id alone. */
export async function forgetInLog(tx: Transaction, by: Actor, customerId: string): Promise<void> {
  const links = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(eq(invitations.customerId, customerId));
  const handed = await tx
    .select({ id: handovers.id })
    .from(handovers)
    .where(eq(handovers.customerId, customerId));
  await eraseFromAudit(tx, { actorIds: [...links, ...handed].map(({ id }) => id), by });
}

/** Every mail to a customer's people, and every device they used. */
export async function forgetMailsAndDevices(tx: Transaction, customerId: string): Promise<void> {
  const links = tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(eq(invitations.customerId, customerId));
  const handed = tx
    .select({ id: handovers.id })
    .from(handovers)
    .where(eq(handovers.customerId, customerId));
  await tx.delete(mails).where(inArray(mails.invitationId, links));
  await tx.delete(mails).where(inArray(mails.handoverId, handed));
  await tx.delete(applicantDevices).where(inArray(applicantDevices.invitationId, links));
  await tx.delete(handoverDevices).where(inArray(handoverDevices.handoverId, handed));
}

/** The uploaded file a customer came from, where it is still here; what else was made of it stays. */
export async function forgetFiles(tx: Transaction, customerId: string): Promise<void> {
  const made = eq(bulkItems.customerId, customerId);
  const runs = tx.select({ id: bulkItems.runId }).from(bulkItems).where(made);
  await tx.delete(imports).where(inArray(imports.runId, runs));
  await tx.update(bulkItems).set({ patches: null }).where(made);
}
