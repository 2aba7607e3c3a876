import "server-only";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { invitations } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorizeApplicant, ForbiddenError } from "@/lib/auth/actor";
import type { Actor, ApplicantActor } from "@/lib/auth/model";
import { addInvitation } from "@/lib/invitations/add";
import { wordsIn } from "@/lib/languages/say";
import { announce } from "@/lib/live/announce";
import { lockDraft } from "@/lib/onboarding/lock-draft";
import type { FieldErrors } from "@/lib/onboarding/model";
import { fail, ok, type Result } from "@/lib/result";
import { isWithCustomer } from "@/lib/statuses/model";
import { email as checkEmail } from "@/lib/values/email";
import { text } from "@/lib/values/text";
import type { Forwarded, ForwardInput, ForwardProblem } from "./model";

/** Each is a mail to an address that nobody of the partner's has seen. */
const FORWARDS_PER_DAY_MAX = 10;

/** Passes sections on to a colleague, who gets a link of its own and sees these alone. */
export async function forwardSections(
  actor: Actor,
  input: ForwardInput,
): Promise<Result<{ id: string }, ForwardProblem>> {
  authorizeApplicant(actor);
  if (input.steps.some((step) => !actor.steps.includes(step))) {
    throw new ForbiddenError("applicant may not pass on what is not its own");
  }
  const { name, email, errors } = checkColleague(actor, input);
  if (Object.keys(errors).length > 0) return fail({ code: "incomplete", errors });

  return db.transaction(async (tx) => {
    const draft = await lockDraft(tx, actor.customerId);
    if (!draft.ok) return draft;
    const { status } = draft.value;
    if (!isWithCustomer(status)) return fail({ code: "already_sent", status });
    const own = await readOwn(tx, actor);
    const { invitationId, customerId } = actor;
    const today = await tx.$count(
      invitations,
      and(
        eq(invitations.forwardedFrom, invitationId),
        gt(invitations.createdAt, sql`now() - interval '1 day'`),
      ),
    );
    if (today >= FORWARDS_PER_DAY_MAX) return fail({ code: "too_many" });

    const { steps } = input;
    const passedOn = { ...own, customerId, forwardedFrom: invitationId, name, email, steps };
    const id = await addInvitation(tx, passedOn);
    const details = { invitation: id, steps: steps.join(" ") };
    await recordAudit(tx, actor, { action: "invitation.forwarded", subject: customerId, details });
    await announce(tx, customerId);
    return ok({ id });
  });
}

/** Takes a section back: the colleague's link stops working now. */
export async function withdrawForward(
  actor: Actor,
  id: string,
): Promise<Result<null, { code: "not_found" }>> {
  authorizeApplicant(actor);
  const { invitationId, customerId } = actor;

  return db.transaction(async (tx) => {
    const [withdrawn] = await tx
      .update(invitations)
      .set({ revokedAt: sql`now()`, dueAt: null })
      .where(
        and(
          eq(invitations.id, id),
          eq(invitations.forwardedFrom, invitationId),
          isNull(invitations.revokedAt),
        ),
      )
      .returning({ id: invitations.id });
    if (!withdrawn) return fail({ code: "not_found" });
    const details = { invitation: id };
    await recordAudit(tx, actor, { action: "invitation.withdrawn", subject: customerId, details });
    await announce(tx, customerId);
    return ok(null);
  });
}

/** "I am done": who was passed a section says so. Handing in stays with the one who passed it on. */
export async function finishForwarded(actor: Actor): Promise<Result<null, { code: "not_found" }>> {
  authorizeApplicant(actor);
  const { invitationId, customerId } = actor;

  return db.transaction(async (tx) => {
    const [done] = await tx
      .update(invitations)
      .set({ submittedAt: sql`now()`, dueAt: null })
      .where(
        and(
          eq(invitations.id, invitationId),
          sql`${invitations.forwardedFrom} is not null`,
          isNull(invitations.revokedAt),
        ),
      )
      .returning({ id: invitations.id });
    if (!done) return fail({ code: "not_found" });
    const details = { invitation: invitationId };
    await recordAudit(tx, actor, { action: "invitation.done", subject: customerId, details });
    await announce(tx, customerId);
    return ok(null);
  });
}

/** What this person passed on and did not take back. */
export async function readForwards({ invitationId }: ApplicantActor): Promise<Forwarded[]> {
  const rows = await db
    .select({
      id: invitations.id,
      name: invitations.name,
      email: invitations.email,
      steps: invitations.steps,
      openedAt: invitations.openedAt,
      submittedAt: invitations.submittedAt,
    })
    .from(invitations)
    .where(and(eq(invitations.forwardedFrom, invitationId), isNull(invitations.revokedAt)))
    .orderBy(asc(invitations.createdAt));
  return rows.map(({ openedAt, submittedAt, ...row }) => ({
    ...row,
    state: submittedAt ? "done" : openedAt ? "opened" : "sent",
  }));
}

/** The colleague's link has the language and the lifetime of the one who passed a section on. */
async function readOwn(tx: Transaction, { invitationId }: ApplicantActor) {
  const [own] = await tx
    .select({
      forwardedFrom: invitations.forwardedFrom,
      language: invitations.language,
      lifetimeDays: invitations.lifetimeDays,
    })
    .from(invitations)
    .where(and(eq(invitations.id, invitationId), isNull(invitations.revokedAt)));
  if (!own || own.forwardedFrom) {
    throw new ForbiddenError("only who is invited by the partner may pass a section on");
  }
  const { language, lifetimeDays } = own;
  return { language, lifetimeDays };
}

function checkColleague(actor: ApplicantActor, input: ForwardInput) {
  const errors: FieldErrors = {};
  const { language } = actor;
  const { say } = wordsIn(language);
  const name = text(input.name, language, {
    named: say("named.name"),
    ask: say("colleague.name"),
    lengthMax: 100,
  });
  const email = checkEmail(input.email, language, say("colleague.email"));
  const address = email.value.toLowerCase();
  if (name.error) errors.name = name.error;
  if (email.error) errors.email = email.error;
  else if (address === actor.email) errors.email = say("colleague.ownAddress");
  if (input.steps.length === 0) errors.steps = say("colleague.steps");
  return { name: name.value, email: address, errors };
}
