import "server-only";
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  answerChanges,
  createAttempts,
  customers,
  handovers,
  invitations,
  launchTicks,
  secrets,
  stepAnswers,
} from "@/db/schema";
import type { StaffActor } from "@/lib/auth/model";
import { endHandovers } from "@/lib/handovers/revoke";
import { endLinks } from "@/lib/invitations/end-links";
import { forgetFiles, forgetInLog, forgetMailsAndDevices } from "@/lib/retention/forget";

/** Stands where a name or an address stood that may not be missing. */
const ERASED = "erased";

/** Everything about people that is held of a customer which stays. */
export async function erasePeople(
  tx: Transaction,
  by: StaffActor,
  customerId: string,
): Promise<void> {
  await forgetInLog(tx, by, customerId);
  await tx.execute(sql`select erase_evidence(${customerId})`);
  await forgetMailsAndDevices(tx, customerId);
  await forgetFiles(tx, customerId);
  await eraseAnswers(tx, customerId);
  await eraseLinks(tx, customerId);
  await tx
    .update(launchTicks)
    .set({ note: "", link: "" })
    .where(eq(launchTicks.customerId, customerId));
}

/** Answers as they stand, as they were, and as they were sent. */
async function eraseAnswers(tx: Transaction, customerId: string): Promise<void> {
  await tx
    .update(stepAnswers)
    .set({
      answers: sql`answers_without_people(jsonb_build_object(step, answers)) -> step`,
      version: sql`${stepAnswers.version} + 1`,
    })
    .where(
      and(
        eq(stepAnswers.customerId, customerId),
        inArray(stepAnswers.step, ["company", "contacts", "support"]),
      ),
    );
  await tx.delete(answerChanges).where(eq(answerChanges.customerId, customerId));
  await tx
    .update(createAttempts)
    .set({ payload: sql`answers_without_people(payload)`, errorMessage: null })
    .where(eq(createAttempts.customerId, customerId));
  await tx.update(customers).set({ emails: [] }).where(eq(customers.id, customerId));
}

/** Links end: who they were for is not known any more. */
async function eraseLinks(tx: Transaction, customerId: string): Promise<void> {
  await endLinks(tx, eq(invitations.customerId, customerId));
  await tx
    .update(invitations)
    .set({ name: ERASED, email: ERASED, message: "" })
    .where(eq(invitations.customerId, customerId));
  await endHandovers(tx, customerId);
  await tx
    .update(handovers)
    .set({
      ...{ name: ERASED, email: ERASED },
      ...{ revealedDevice: null, revealedIp: null, revealedUserAgent: null },
    })
    .where(eq(handovers.customerId, customerId));
  // By a link it was somebody at the customer who saw it.
  await tx
    .update(secrets)
    .set({ revealedIp: null })
    .where(and(eq(secrets.customerId, customerId), isNotNull(secrets.handoverId)));
}
