import "server-only";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, invitations, stepAnswers } from "@/db/schema";
import { authorizeApplicant } from "@/lib/auth/actor";
import type { Actor, ApplicantActor } from "@/lib/auth/model";
import { partnerOf } from "@/lib/mail/partner";
import { logoFacts } from "@/lib/onboarding/logo";
import { type Answers, answerSteps, emptyAnswers } from "@/lib/onboarding/model";
import { readState } from "@/lib/onboarding/read-state";
import { sectionsOf } from "@/lib/sections/model";
import { isWithCustomer } from "@/lib/statuses/model";
import { readAddendum } from "@/lib/submissions/addendum";
import { readForwards } from "./forwards";
import type { ApplicationView } from "./model";
import { ownChecks } from "./own-checks";
import { readReceipt } from "./receipt";
import { decisionOf, readDecision, readRequests } from "./requests";

/**
 * The application as this person may see it: its own sections, and nothing about other customers, the
 * partner's people or what they say among themselves. Undefined once the link is worth nothing.
 */
export async function getApplication(actor: Actor): Promise<ApplicationView | undefined> {
  authorizeApplicant(actor);

  const invitation = await readInvitation(actor);
  if (!invitation) return undefined;
  const { customerId } = actor;
  const state = await readState(db, customerId);
  const submission = invitation.forwarded ? undefined : await readReceipt(actor);
  const latest = await readDecision(db, customerId);
  const phase = phaseOf(invitation.status, submission !== undefined);
  const ended = phase === "submitted" || phase === "over";
  // What is read back is what was handed in, whatever the partner has made of it since.
  const shown = { ...state, ...(ended && submission && { answers: submission.answers }) };
  const answers = ownAnswers(actor, shown.answers);
  const gaps = state.gaps.filter(({ step }) => actor.steps.includes(step));
  const facts = { gaps, attested: false, confirmedBefore: false, refusal: null, fillers: {} };
  const sections = sectionsOf({ ...facts, saved: await readSaved(customerId) });
  const partner = await partnerOf(db);
  return {
    phase,
    decision: ended ? decisionOf(latest) : null,
    partner,
    companyName: answers.company.companyName,
    steps: actor.steps,
    answers,
    versions: state.versions,
    checks: ownOnly(actor, ownChecks(actor, shown)),
    sections: actor.steps
      .flatMap((own) => sections.filter(({ step }) => step === own))
      .map(({ step, state, missing }) => ({ step, state, missing })),
    requests: phase === "changes" ? await readRequests(db, actor) : [],
    amountRequired: state.partner.hasMonthlyCommitment && actor.steps.includes("products"),
    supportMandatory: state.partner.supportMandatory,
    logo: await logoFacts(db, answers.logo.logo),
    addendum: invitation.acceptsAddendum
      ? await readAddendum(db, { partner, legalEntityName: state.answers.company.legalEntityName })
      : null,
    receipt: submission?.receipt ?? null,
    forwarded: invitation.forwarded,
    doneAt: invitation.forwarded ? (invitation.submittedAt?.toISOString() ?? null) : null,
    forwards: await readForwards(actor),
  };
}

async function readInvitation({ invitationId, customerId }: ApplicantActor) {
  const [found] = await db
    .select({
      acceptsAddendum: invitations.acceptsAddendum,
      forwarded: sql<boolean>`${invitations.forwardedFrom} is not null`,
      submittedAt: invitations.submittedAt,
      status: customers.status,
    })
    .from(invitations)
    .innerJoin(customers, eq(customers.id, invitations.customerId))
    .where(
      and(
        eq(invitations.id, invitationId),
        eq(invitations.customerId, customerId),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, sql`now()`),
      ),
    );
  return found;
}

function phaseOf(status: string, submitted: boolean): ApplicationView["phase"] {
  if (status === "CHANGES_REQUESTED") return "changes";
  if (isWithCustomer(status)) return "filling";
  return submitted ? "submitted" : "over";
}

function ownAnswers({ steps }: ApplicantActor, answers: Answers): Answers {
  const foreign = answerSteps.filter((step) => !steps.includes(step));
  const blanks = foreign.map((step) => [step, emptyAnswers[step]]);
  return { ...answers, ...Object.fromEntries(blanks) };
}

/** Nothing is said about a section of somebody else. */
function ownOnly({ steps }: ApplicantActor, checks: ReturnType<typeof ownChecks>) {
  const silent = { sent: {}, errors: {}, warnings: {} };
  const views = answerSteps.map((step) => {
    const { sent, errors, warnings } = checks[step];
    return [step, steps.includes(step) ? { sent: Object(sent), errors, warnings } : silent];
  });
  // One entry for every step.
  return Object.fromEntries(views) as ApplicationView["checks"];
}

async function readSaved(customerId: string) {
  const rows = await db
    .select({ step: stepAnswers.step })
    .from(stepAnswers)
    .where(eq(stepAnswers.customerId, customerId))
    .orderBy(asc(stepAnswers.savedAt));
  return rows.flatMap(({ step }) => answerSteps.find((known) => known === step) ?? []);
}
