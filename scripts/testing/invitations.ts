import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { invitations } from "@/db/schema";
import { actorOf } from "@/lib/applicants/visits";
import type { Actor, ApplicantActor } from "@/lib/auth/model";
import { type InviteInput, inviteApplicant } from "@/lib/invitations/invite";
import { type Answers, answerSteps } from "@/lib/onboarding/model";
import { saveStep } from "@/lib/onboarding/save-step";
import { startOnboarding } from "@/lib/onboarding/start";
import { submitForReview } from "@/lib/submissions/submit-for-review";
import { completeAnswers, wholeStep } from "./drafts";

/** All sections but the products, asked of the customer. */
const usualFillers = {
  company: "customer",
  contacts: "customer",
  support: "customer",
  products: "us",
  logo: "either",
  "redirect-uris": "customer",
} as const;

/** What staff type when they invite somebody to most of it. */
export function usualInvitation(): Omit<InviteInput, "customerId"> {
  return {
    name: "Ana Ruiz",
    email: `ana-${randomUUID()}@customer.test`,
    fillers: usualFillers,
    acceptsAddendum: false,
    message: "",
    language: "en",
    dueOn: null,
    lifetimeDays: 14,
  };
}

/** A draft that somebody of its own was invited to. */
export async function invited(
  actor: Actor,
  options: Partial<InviteInput> = {},
): Promise<{ customerId: string; applicant: ApplicantActor }> {
  const customerId = options.customerId ?? (await startOnboarding(actor)).id;
  const sent = await inviteApplicant(actor, { customerId, ...usualInvitation(), ...options });
  if (!sent.ok) throw new Error(`Nobody was invited: ${sent.error.code}`);
  return { customerId, applicant: await applicantOf(sent.value.id) };
}

/** The person of an invitation, on a device that gave the code. */
export async function applicantOf(invitationId: string): Promise<ApplicantActor> {
  const [invitation] = await db.select().from(invitations).where(eq(invitations.id, invitationId));
  if (!invitation) throw new Error(`There is no invitation ${invitationId}`);
  return actorOf(invitation, new Date(), { ip: "192.0.2.8", userAgent: "test phone" });
}

/** Everything this person was asked for, answered. */
export async function fillIn(
  applicant: ApplicantActor,
  answers = completeAnswers(),
): Promise<void> {
  for (const step of answerSteps.filter((one) => applicant.steps.includes(one))) {
    const saved = await saveStep(applicant, wholeStep(applicant.customerId, step, answers[step]));
    if (!saved.ok) throw new Error(`${step} was not saved: ${saved.error.code}`);
  }
}

/** Answers of an invited customer that wait for review. */
export async function handedIn(
  actor: Actor,
  { answers, ...options }: Partial<InviteInput> & { answers?: Answers } = {},
) {
  const made = await invited(actor, options);
  await fillIn(made.applicant, answers);
  const addendumVersion = options.acceptsAddendum ? 1 : null;
  const submitted = await submitForReview(made.applicant, {
    customerId: made.customerId,
    addendumVersion,
  });
  if (!submitted.ok) throw new Error(`Nothing was handed in: ${submitted.error.code}`);
  return { ...made, reference: submitted.value.reference };
}
