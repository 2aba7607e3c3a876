"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { readId } from "@/app/read-input";
import { keepStep, signedOut } from "@/app/step-forms";
import type { HandInState } from "@/components/onboarding/hand-in-form";
import type { SubmitState } from "@/components/onboarding/submit-form";
import { requireStaff, staffAtForm } from "@/lib/auth/session";
import type { AttestState, StepState } from "@/lib/drafts/model";
import { attest } from "@/lib/onboarding/attest";
import {
  type AnswerStep,
  type Answers,
  answerSteps,
  attestationFields,
  nextStep,
  type Step,
} from "@/lib/onboarding/model";
import { submitOnboarding } from "@/lib/onboarding/submit";
import { submitForReview } from "@/lib/submissions/submit-for-review";
import { readConfirmation } from "./confirmation";

/** Bound arguments come from the browser like everything else. */
const boundStep = z.enum(answerSteps);

export async function saveStepAction(
  id: string,
  step: AnswerStep,
  _state: unknown,
  form: FormData,
): Promise<StepState<Answers[AnswerStep]>> {
  const bound = { id: readId(id), step: boundStep.parse(step) };
  const staff = await staffAtForm("onboarding.edit");
  if (!staff) return signedOut(bound.step, form);
  const { state, next } = await keepStep(staff, { ...bound, form });

  revalidatePath(`/onboardings/${bound.id}`, "layout");
  if (next === "exit") redirect(`/onboardings/${bound.id}` as Route);
  if (next === "continue") return goOn(bound.id, bound.step, form);
  return state;
}

export async function attestAction(
  id: string,
  _state: AttestState,
  form: FormData,
): Promise<AttestState> {
  const staff = await requireStaff("onboarding.attest");
  const draftId = readId(id);
  if (form.get("intent") === "exit") redirect(`/onboardings/${draftId}` as Route);
  const input = { id: draftId, ...readConfirmation(form) };
  const attested = await attest(staff, input);

  revalidatePath(`/onboardings/${draftId}`, "layout");
  if (attested.ok) return goOn(draftId, "attestations", form);
  const values = { dueDiligence: input.dueDiligence, bankAddendum: input.bankAddendum };
  const { error } = attested;
  if (error.code === "not_ticked") {
    const t = await getTranslations("wizard.attestations.errors");
    const told = error.unticked.map((kind) => [attestationFields[kind], t(kind)]);
    return { values, errors: Object.fromEntries(told) };
  }
  const unticked = { dueDiligence: false, bankAddendum: false };
  return { values: error.code === "stale" ? unticked : values, errors: {}, problem: error };
}

export async function submitOnboardingAction(
  id: string,
  _state: SubmitState,
  _form: FormData,
): Promise<SubmitState> {
  const staff = await requireStaff("onboarding.submit");
  const draftId = readId(id);
  const submitted = await submitOnboarding(staff, draftId);

  revalidatePath(`/onboardings/${draftId}`, "layout");
  const sent =
    submitted.ok || submitted.error.code === "unknown" || submitted.error.code === "already_sent";
  if (sent) redirect(`/customers/${draftId}` as Route);
  return { error: submitted.error, errors: [] };
}

/** Hands a draft of ours in, for somebody else to approve. */
export async function submitForReviewAction(id: string): Promise<HandInState> {
  const staff = await requireStaff("onboarding.edit");
  const draftId = readId(id);
  const submitted = await submitForReview(staff, { customerId: draftId, addendumVersion: null });
  revalidatePath(`/onboardings/${draftId}`, "layout");
  if (submitted.ok) redirect(`/review/${draftId}` as Route);
  return { error: submitted.error, errors: [] };
}

/** A step opened from the last page leads back there. */
function goOn(id: string, step: Step, form: FormData): never {
  const next = form.get("from") === "check" ? "check" : nextStep(step);
  redirect(`/onboardings/${id}/${next}` as Route);
}
