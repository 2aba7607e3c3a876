import "server-only";
import { and, desc, eq, isNull, ne, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { customers, invitations, mails } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { queueMail } from "@/lib/mail/queue";
import { fail, ok, type Result } from "@/lib/result";
import { isWithCustomer } from "@/lib/statuses/model";
import { inDays, mailLink } from "./add";
import type { ReminderError } from "./model";

/**
 * Reminds the invited person of a customer now, at most once a day. A link that has expired is sent
 * anew and works for its whole lifetime again: reminding of a dead one would help nobody.
 */
export async function remindCustomer(
  actor: Actor,
  customerId: string,
): Promise<Result<{ email: string }, ReminderError>> {
  authorize(actor, "onboarding.invite");

  return db.transaction(async (tx) => {
    // The draft first, as whoever types takes it.
    const [customer] = await tx
      .select({ status: customers.status })
      .from(customers)
      .where(eq(customers.id, customerId))
      .for("update");
    if (!customer) return fail({ code: "not_found" });
    const { status } = customer;
    if (!isWithCustomer(status)) return fail({ code: "not_with_customer", status });
    const invitation = await latestLink(tx, customerId);
    if (!invitation) return fail({ code: "not_invited" });
    const { id, email, version } = invitation;
    const lately = await mailedLately(tx, id);
    if (lately) return fail({ code: "mailed_lately", at: lately.toISOString() });

    if (invitation.expired) {
      const expiresAt = inDays(invitation.lifetimeDays);
      await tx.update(invitations).set({ expiresAt }).where(eq(invitations.id, id));
      await mailLink(tx, invitation);
    } else {
      await queueMail(tx, {
        template: "reminder",
        recipient: email,
        parameters: { invitationId: id, version: String(version) },
        invitationId: id,
      });
    }
    await recordAudit(tx, actor, {
      action: invitation.expired ? "invitation.resent" : "invitation.reminded",
      subject: customerId,
      details: { invitation: id },
    });
    await announce(tx, customerId);
    return ok({ email });
  });
}

/** The partner's own latest link that was not revoked. */
async function latestLink(tx: Transaction, customerId: string) {
  const [latest] = await tx
    .select({
      id: invitations.id,
      email: invitations.email,
      version: invitations.version,
      lifetimeDays: invitations.lifetimeDays,
      expired: sql<boolean>`${invitations.expiresAt} <= now()`,
    })
    .from(invitations)
    .where(
      and(
        eq(invitations.customerId, customerId),
        isNull(invitations.forwardedFrom),
        isNull(invitations.revokedAt),
      ),
    )
    .orderBy(desc(invitations.createdAt))
    .limit(1);
  return latest;
}

async function mailedLately(tx: Transaction, invitationId: string): Promise<Date | undefined> {
  const [mail] = await tx
    .select({ at: mails.createdAt })
    .from(mails)
    .where(
      and(
        eq(mails.invitationId, invitationId),
        ne(mails.template, "device-code"),
        sql`${mails.createdAt} > now() - interval '1 day'`,
      ),
    )
    .orderBy(desc(mails.createdAt))
    .limit(1);
  return mail?.at;
}
