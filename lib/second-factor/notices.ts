import "server-only";
import type { Transaction } from "@/db/client";
import { queueMail } from "@/lib/mail/queue";
import type { Notice } from "./model";

type Person = { userId: string; email: string };

/** Mails a person what happened to how they sign in: whoever did it, they should know. */
export async function tellPerson(
  tx: Transaction,
  { userId, email }: Person,
  notice: Notice,
): Promise<void> {
  const parameters = { userId, notice, at: new Date().toISOString() };
  await queueMail(tx, { template: "security-notice", recipient: email, parameters });
}
