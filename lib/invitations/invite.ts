import "server-only";
import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { customers, invitations } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { newId } from "@/lib/id";
import { announce } from "@/lib/live/announce";
import { queueMail } from "@/lib/mail/queue";
import { lockDraft } from "@/lib/onboarding/lock-draft";
import { type AnswerStep, answerSteps } from "@/lib/onboarding/model";
import { fail, ok, type Result } from "@/lib/result";
import { isOurs, isWithCustomer } from "@/lib/statuses/model";
import { invitationTokenHash } from "./link";
import type { Fillers, InviteProblem, Language } from "./model";

export type InviteInput = {
  customerId: string;
  name: string;
  /** In lower case. */
  email: string;
  fillers: Fillers;
  acceptsAddendum: boolean;
  message: string;
  language: Language;
  /** ISO 8601 date. */
  dueOn: string | null;
  lifetimeDays: number;
};

/** Hands a draft to somebody at the end customer, who gets a link by mail. */
export async function inviteApplicant(
  actor: Actor,
  { customerId, fillers, ...input }: InviteInput,
): Promise<Result<{ id: string }, InviteProblem>> {
  authorize(actor, "onboarding.invite");

  return db.transaction(async (tx) => {
    const draft = await lockDraft(tx, customerId);
    if (!draft.ok) return draft;
    const { status } = draft.value;
    if (!isOurs(status) && !isWithCustomer(status)) return fail({ code: "in_review" });

    const id = await addInvitation(tx, {
      ...input,
      customerId,
      steps: theirsOf(fillers),
      createdBy: actor.userId,
    });
    await tx
      .update(customers)
      .set({
        fillers,
        updatedAt: sql`now()`,
        ...(isOurs(status) && { status: "INVITED", statusSince: sql`now()` }),
      })
      .where(eq(customers.id, customerId));
    const details = { invitation: id };
    await recordAudit(tx, actor, { action: "invitation.sent", subject: customerId, details });
    await announce(tx, customerId);
    return ok({ id });
  });
}

/** The sections an invited person sees. */
function theirsOf(fillers: Fillers): AnswerStep[] {
  return answerSteps.filter((step) => (fillers[step] ?? "us") !== "us");
}

type NewInvitation = Omit<typeof invitations.$inferInsert, "id" | "tokenHash" | "expiresAt">;

/** Writes an invitation and queues its mail. */
async function addInvitation(tx: Transaction, values: NewInvitation): Promise<string> {
  const id = newId("inv");
  await tx.insert(invitations).values({
    ...values,
    id,
    tokenHash: invitationTokenHash({ id, version: 1 }),
    expiresAt: sql`now() + make_interval(days => ${values.lifetimeDays})`,
  });
  await queueMail(tx, {
    template: "invitation",
    recipient: values.email,
    parameters: { invitationId: id, version: "1" },
    invitationId: id,
  });
  return id;
}
