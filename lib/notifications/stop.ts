import "server-only";
import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { invitations, users } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { REMINDERS_MAX, type Stoppable } from "./model";
import { readStopToken } from "./stop-link";
import { writeWishes } from "./wishes";

const stopper = { kind: "system", job: "unsubscribe" } as const;

export type StopView = { kind: Stoppable["kind"]; stopped: boolean };

/** What a mailed link stops, and whether it did already; undefined for one that is not ours. */
export async function readStop(token: string): Promise<StopView | undefined> {
  const what = readStopToken(token);
  const stopped = what && (await isStopped(what));
  return what && stopped !== undefined ? { kind: what.kind, stopped } : undefined;
}

async function isStopped({ kind, id }: Stoppable): Promise<boolean | undefined> {
  if (kind === "reminders") {
    const [found] = await db
      .select({ sent: invitations.reminders, dueAt: invitations.dueAt })
      .from(invitations)
      .where(eq(invitations.id, id));
    return found && found.sent >= REMINDERS_MAX && found.dueAt === null;
  }
  const [user] = await db
    .select({ turn: users.wantsTurnMails, digest: users.wantsDigest })
    .from(users)
    .where(eq(users.id, id));
  return user && !user[kind];
}

/**
 * Stops what a mailed link is about, whoever has it and however often.
 *
 * @returns whether the link is one of ours.
 */
export async function stopMails(token: string): Promise<boolean> {
  const what = readStopToken(token);
  if (!what) return false;
  return db.transaction(async (tx) => {
    if (what.kind === "reminders") return stopReminders(tx, what.id);
    const [user] = await tx
      .select({ turn: users.wantsTurnMails, digest: users.wantsDigest })
      .from(users)
      .where(eq(users.id, what.id))
      .for("update");
    if (user?.[what.kind]) await writeWishes(tx, stopper, { userId: what.id, [what.kind]: false });
    return user !== undefined;
  });
}

async function stopReminders(tx: Transaction, id: string): Promise<boolean> {
  const [invitation] = await tx
    .select({
      customerId: invitations.customerId,
      sent: invitations.reminders,
      dueAt: invitations.dueAt,
    })
    .from(invitations)
    .where(eq(invitations.id, id))
    .for("update");
  if (!invitation) return false;
  const { customerId, sent, dueAt } = invitation;
  if (sent >= REMINDERS_MAX && dueAt === null) return true;
  const stopped = { reminders: REMINDERS_MAX, dueAt: null };
  await tx.update(invitations).set(stopped).where(eq(invitations.id, id));
  await recordAudit(tx, stopper, {
    action: "invitation.reminders_stopped",
    subject: customerId,
    details: { invitation: id },
  });
  return true;
}
