import "server-only";
import { and, eq, notExists, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  answerChanges,
  customers,
  invitations,
  launchTicks,
  logos,
  stepAnswers,
} from "@/db/schema";
import type { Actor } from "@/lib/auth/model";
import { forgetFiles, forgetInLog, forgetMailsAndDevices } from "./forget";

/**
 * Deletes a draft that was never sent, with all that was typed and everybody who was invited. The
 * audit log keeps that it was there, and that nobody is named in it any more.
 *
 * @throws where Plaid may know it: `delete_evidence` of the database refuses.
 */
export async function deleteDraft(tx: Transaction, by: Actor, id: string): Promise<void> {
  await tx.execute(sql`select delete_evidence(${id})`);
  await forgetInLog(tx, by, id);
  await forgetFiles(tx, id);
  await forgetMailsAndDevices(tx, id);
  await tx.delete(invitations).where(eq(invitations.customerId, id));
  await tx.delete(answerChanges).where(eq(answerChanges.customerId, id));
  await tx.delete(launchTicks).where(eq(launchTicks.customerId, id));
  const forgotten = await tx
    .delete(stepAnswers)
    .where(eq(stepAnswers.customerId, id))
    .returning({
      step: stepAnswers.step,
      logo: sql<string | null>`${stepAnswers.answers} ->> 'logo'`,
    });
  for (const { step, logo } of forgotten) {
    if (step === "logo" && logo) await deleteLogo(tx, logo);
  }
  await tx.delete(customers).where(eq(customers.id, id));
}

/** Unless another customer has the very same picture. */
async function deleteLogo(tx: Transaction, sha256: string): Promise<void> {
  const users = tx
    .select({ id: stepAnswers.customerId })
    .from(stepAnswers)
    .where(sql`(answers ->> 'logo') = ${sha256} and step = 'logo'`);
  await tx.delete(logos).where(and(eq(logos.sha256, sha256), notExists(users)));
}
