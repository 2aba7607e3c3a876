import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { mails } from "@/db/schema";
import type { TemplateName } from "./compose";

type NewMail = {
  template: TemplateName;
  recipient: string;
  /** Identifiers only: what must not lie in the database is made when the mail is. */
  parameters: Record<string, string>;
  /** Where somebody wants to know whether it arrived. */
  invitationId?: string;
  handoverId?: string;
  userId?: string;
};

/** Sent by the work loop once the transaction has committed, and not at all if it does not. */
export async function queueMail(tx: Transaction, mail: NewMail): Promise<void> {
  await tx.insert(mails).values({ ...mail, dueAt: sql`now()` });
  await tx.execute(sql`select pg_notify('vestibule_work', 'mails')`);
}
