import "server-only";
import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { customers, invitations } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { announce } from "@/lib/live/announce";
import { queueMail } from "@/lib/mail/queue";
import { isWithCustomer } from "@/lib/statuses/model";
import { nextReminder, type Reminding } from "./model";

const reminder = { kind: "system", job: "reminder" } as const;

/** Plans the next reminder of a link that was just sent, or works longer now. */
export async function planReminder(tx: Transaction, invitationId: string): Promise<void> {
  const facts = await readReminding(tx, invitationId);
  await setDue(tx, invitationId, facts ? nextReminder(facts) : null);
}

/** Reminds somebody who was asked to type and has not for days; work of the loop. */
export async function remind(invitationId: string): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await lockDraftOf(tx, invitationId))) return;
    const facts = await readReminding(tx, invitationId);
    const due = facts && isAsked(facts) ? nextReminder(facts) : null;
    if (!facts || !due || due > facts.now) return setDue(tx, invitationId, due);

    const { email, version, customerId } = facts;
    await queueMail(tx, {
      template: "reminder",
      recipient: email,
      parameters: { invitationId, version: String(version) },
      invitationId,
    });
    const sent = facts.sent + 1;
    await tx.update(invitations).set({ reminders: sent }).where(eq(invitations.id, invitationId));
    await setDue(tx, invitationId, nextReminder({ ...facts, sent, remindedAt: facts.now }));
    const details = { invitation: invitationId };
    await recordAudit(tx, reminder, {
      action: "invitation.reminded",
      subject: customerId,
      details,
    });
    await announce(tx, customerId);
  });
}

/** The draft first, as whoever types or decides takes it. */
async function lockDraftOf(tx: Transaction, invitationId: string): Promise<boolean> {
  const [draft] = await tx
    .select({ id: customers.id })
    .from(invitations)
    .innerJoin(customers, eq(customers.id, invitations.customerId))
    .where(eq(invitations.id, invitationId))
    .for("update", { of: customers });
  return draft !== undefined;
}

type Facts = Reminding & {
  now: Date;
  email: string;
  version: number;
  customerId: string;
  status: string;
  revokedAt: Date | null;
  /** Passed on to this person, and answered. */
  done: boolean;
};

async function readReminding(tx: Transaction, id: string): Promise<Facts | undefined> {
  const [found] = await tx
    .select({
      sent: invitations.reminders,
      lifetimeDays: invitations.lifetimeDays,
      expiresAt: invitations.expiresAt,
      activeAt: invitations.activeAt,
      email: invitations.email,
      version: invitations.version,
      customerId: invitations.customerId,
      revokedAt: invitations.revokedAt,
      forwardedFrom: invitations.forwardedFrom,
      steps: invitations.steps,
      status: customers.status,
      gaps: customers.gaps,
      now: sql<Date>`now()`.mapWith(invitations.expiresAt),
    })
    .from(invitations)
    .innerJoin(customers, eq(customers.id, invitations.customerId))
    .where(eq(invitations.id, id));
  if (!found) return undefined;
  const { lifetimeDays, activeAt, steps, gaps, forwardedFrom, ...facts } = found;
  // Whatever sends a link lets it work for its whole lifetime from then on.
  const sentAt = new Date(facts.expiresAt.getTime() - lifetimeDays * 86_400_000);
  const since = activeAt && activeAt > sentAt ? activeAt : sentAt;
  const done = forwardedFrom !== null && gaps.every(({ step }) => !steps.includes(step));
  return { ...facts, since, done };
}

function isAsked({ status, revokedAt, expiresAt, now, done }: Facts): boolean {
  return isWithCustomer(status) && revokedAt === null && expiresAt > now && !done;
}

async function setDue(tx: Transaction, id: string, dueAt: Date | null): Promise<void> {
  await tx.update(invitations).set({ dueAt }).where(eq(invitations.id, id));
}
