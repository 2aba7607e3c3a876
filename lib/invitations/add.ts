import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { invitations } from "@/db/schema";
import { newId } from "@/lib/id";
import { queueMail } from "@/lib/mail/queue";
import { planReminder } from "@/lib/notifications/remind";
import { invitationTokenHash } from "./link";

type NewInvitation = Omit<
  typeof invitations.$inferInsert,
  "id" | "tokenHash" | "version" | "expiresAt"
>;

/** Writes an invitation, the partner's or one that its reader passes on, and queues its mail. */
export async function addInvitation(tx: Transaction, values: NewInvitation): Promise<string> {
  const id = newId("inv");
  const version = 1;
  await tx.insert(invitations).values({
    ...values,
    id,
    version,
    tokenHash: invitationTokenHash({ id, version }),
    expiresAt: inDays(values.lifetimeDays),
  });
  await mailLink(tx, { ...values, id, version });
  return id;
}

/** When a link ends that is sent now, by the database's clock. */
export function inDays(days: number) {
  return sql<Date>`now() + make_interval(days => ${days})`;
}

type Linked = Pick<typeof invitations.$inferSelect, "id" | "version" | "email"> & {
  forwardedFrom?: string | null | undefined;
};

/** Mails a link that works for its whole lifetime from now, and plans the reminder. */
export async function mailLink(
  tx: Transaction,
  { id, version, email, forwardedFrom }: Linked,
): Promise<void> {
  await queueMail(tx, {
    template: forwardedFrom ? "forwarded" : "invitation",
    recipient: email,
    parameters: { invitationId: id, version: String(version) },
    invitationId: id,
  });
  await planReminder(tx, id);
}
