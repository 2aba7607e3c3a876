import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, invitations } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { wordsIn } from "@/lib/languages/say";
import { announce } from "@/lib/live/announce";
import { lockDraft } from "@/lib/onboarding/lock-draft";
import { type AnswerStep, answerSteps } from "@/lib/onboarding/model";
import { fail, ok, type Result } from "@/lib/result";
import { isOurs, isWithCustomer } from "@/lib/statuses/model";
import { addInvitation } from "./add";
import { checkInvitation, type InvitationInput } from "./check";
import { coveredFillers } from "./covered-fillers";
import { endLinks } from "./end-links";
import type { Fillers, InviteProblem } from "./model";

export type InviteInput = { customerId: string } & InvitationInput;

/** Hands a draft to somebody at the end customer, who gets a link by mail. */
export async function inviteApplicant(
  actor: Actor,
  { customerId, ...typed }: InviteInput,
): Promise<Result<{ id: string }, InviteProblem>> {
  authorize(actor, "onboarding.invite");
  const checked = checkInvitation(typed);
  if (!checked.ok) return checked;
  const { fillers, ...values } = checked.value;

  return db.transaction(async (tx) => {
    const draft = await lockDraft(tx, customerId);
    if (!draft.ok) return draft;
    const { status } = draft.value;
    if (!isOurs(status) && !isWithCustomer(status)) return fail({ code: "in_review" });
    const ofThisPerson = and(
      eq(invitations.customerId, customerId),
      eq(invitations.email, values.email),
      isNull(invitations.revokedAt),
    );
    if (isWithCustomer(status) && (await tx.$count(invitations, ofThisPerson)) > 0) {
      const hasLink = wordsIn("en").sayOfInvitation("errors.hasLink");
      return fail({ code: "incorrect", errors: { email: hasLink } });
    }
    // Of an earlier round: one person has one link.
    await endLinks(tx, ofThisPerson);

    const kept = await coveredFillers(tx, customerId);
    const steps = theirsOf(fillers);
    const id = await addInvitation(tx, { ...values, customerId, steps, createdBy: actor.userId });
    const asked = Object.fromEntries(steps.map((step) => [step, fillers[step]]));
    await tx
      .update(customers)
      .set({
        fillers: { ...kept, ...asked },
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
