import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { handovers, invitations, mails } from "@/db/schema";
import { announce } from "@/lib/live/announce";
import { deliverMail, type Outcome } from "@/lib/mail/deliver";
import { DROPPED, NOT_CONFIGURED } from "@/lib/mail/model";

/** Sends one queued mail. A crash between sending and recording sends it twice, never not at all. */
export async function sendMail(id: string): Promise<void> {
  const [mail] = await db
    .select({
      id: mails.id,
      template: mails.template,
      recipient: mails.recipient,
      parameters: mails.parameters,
      customerId: sql<string | null>`coalesce(${invitations.customerId}, ${handovers.customerId})`,
    })
    .from(mails)
    .leftJoin(invitations, eq(invitations.id, mails.invitationId))
    .leftJoin(handovers, eq(handovers.id, mails.handoverId))
    .where(eq(mails.id, id));
  if (!mail) return;

  const { customerId, ...queued } = mail;
  const outcome = await deliverMail(queued);
  await db.transaction(async (tx) => {
    await tx
      .update(mails)
      .set({ ...ending(outcome), dueAt: null })
      .where(eq(mails.id, id));
    if (customerId) await announce(tx, customerId);
  });
}

function ending(outcome: Outcome) {
  switch (outcome.state) {
    case "sent":
      return { sentAt: sql`now()`, lastFailure: null };
    case "refused":
      return { refusedAt: sql`now()`, refusal: outcome.refusal };
    case "dropped":
      return { lastFailure: DROPPED };
    case "not_configured":
      return { lastFailure: NOT_CONFIGURED };
  }
}
