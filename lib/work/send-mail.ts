import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mails } from "@/db/schema";
import { deliverMail } from "@/lib/mail/deliver";
import { DROPPED } from "@/lib/mail/model";

/** Sends one queued mail. A crash between sending and recording sends it twice, never not at all. */
export async function sendMail(id: string): Promise<void> {
  const [mail] = await db
    .select({
      id: mails.id,
      template: mails.template,
      recipient: mails.recipient,
      parameters: mails.parameters,
    })
    .from(mails)
    .where(eq(mails.id, id));
  if (!mail) return;

  const sent = await deliverMail(mail);
  const ending = sent ? { sentAt: sql`now()`, lastFailure: null } : { lastFailure: DROPPED };
  await db
    .update(mails)
    .set({ ...ending, dueAt: null })
    .where(eq(mails.id, id));
}
