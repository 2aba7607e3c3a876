import "server-only";
import type { ApplicantActor } from "@/lib/auth/model";
import type { CheckedStep } from "@/lib/onboarding/check-step";
import { checkStep } from "@/lib/onboarding/check-step";
import type { PartnerDefaults } from "@/lib/onboarding/model";
import { type AnswerStep, type Answers, answerSteps } from "@/lib/onboarding/model";

/**
 * Every step's checks as an invited person may read them: without other customers, and without the
 * website where the company is somebody else's section.
 */
export function ownChecks(
  { steps, language }: ApplicantActor,
  { answers, partner }: { answers: Answers; partner: PartnerDefaults },
): Record<AnswerStep, CheckedStep> {
  const { company } = answers;
  const seen = steps.includes("company")
    ? answers
    : { ...answers, company: { ...company, website: "" } };
  // One entry for every step.
  return Object.fromEntries(
    answerSteps.map((step) => [step, checkStep(step, seen, partner, language)]),
  ) as Record<AnswerStep, CheckedStep>;
}
