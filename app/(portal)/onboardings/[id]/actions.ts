"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { SubmitState } from "@/components/onboarding/submit-form";
import { withPatch } from "@/lib/answers/model";
import { currentStaff, requireStaff } from "@/lib/auth/session";
import type { AttestState, StepState } from "@/lib/drafts/model";
import { attest } from "@/lib/onboarding/attest";
import {
  type AnswerStep,
  type Answers,
  answerSteps,
  nextStep,
  type Step,
} from "@/lib/onboarding/model";
import { saveStep } from "@/lib/onboarding/save-step";
import { submitOnboarding } from "@/lib/onboarding/submit";
import { readConfirmation, readStep, signedOut } from "./forms";

/** Bound arguments come from the browser like everything else. */
const boundId = z.string().max(64);
const boundStep = z.enum(answerSteps);

export async function saveStepAction(
  id: string,
  step: AnswerStep,
  _state: unknown,
  form: FormData,
): Promise<StepState<Answers[AnswerStep]>> {
  const bound = { id: boundId.parse(id), step: boundStep.parse(step) };
  if (!(await currentStaff())) return signedOut(bound.step, form);
  const staff = await requireStaff("onboarding.edit");
  const { input, answers, logoError } = await readStep(staff, { ...bound, form });
  const saved = await saveStep(staff, input);

  revalidatePath(`/onboardings/${input.id}`, "layout");
  const { editor } = input;
  if (!saved.ok) {
    const { base: version } = input;
    const nothing = { errors: {}, warnings: {}, conflicts: [] };
    return { values: answers, version, editor, ...nothing, problem: saved.error };
  }
  const { version, theirs, complete, errors, warnings, conflicts } = saved.value;
  const values = withPatch(answers, Object.fromEntries(theirs.map((c) => [c.path, c.value])));
  const state = { values, version, editor, warnings, conflicts };
  const intent = form.get("intent");
  if (logoError) return { ...state, errors: { logo: logoError } };
  if (intent === "remove-logo" || conflicts.length > 0) return { ...state, errors: {} };
  if (intent === "exit") redirect(`/onboardings/${input.id}` as Route);
  if (!complete) return { ...state, errors };
  return goOn(input.id, input.step, form);
}

export async function attestAction(
  id: string,
  _state: AttestState,
  form: FormData,
): Promise<AttestState> {
  const staff = await requireStaff("onboarding.attest");
  const draftId = boundId.parse(id);
  if (form.get("intent") === "exit") redirect(`/onboardings/${draftId}` as Route);
  const input = { id: draftId, ...readConfirmation(form) };
  const attested = await attest(staff, input);

  revalidatePath(`/onboardings/${draftId}`, "layout");
  if (attested.ok) return goOn(draftId, "attestations", form);
  const values = { dueDiligence: input.dueDiligence, bankAddendum: input.bankAddendum };
  const { error } = attested;
  if (error.code === "not_ticked") return { values, errors: error.errors };
  const unticked = { dueDiligence: false, bankAddendum: false };
  return { values: error.code === "stale" ? unticked : values, errors: {}, problem: error };
}

export async function submitOnboardingAction(
  id: string,
  _state: SubmitState,
  _form: FormData,
): Promise<SubmitState> {
  const staff = await requireStaff("onboarding.submit");
  const draftId = boundId.parse(id);
  const submitted = await submitOnboarding(staff, draftId);

  revalidatePath(`/onboardings/${draftId}`, "layout");
  const sent =
    submitted.ok || submitted.error.code === "unknown" || submitted.error.code === "already_sent";
  if (sent) redirect(`/customers/${draftId}` as Route);
  return { error: submitted.error, errors: [] };
}

/** A step opened from the last page leads back there. */
function goOn(id: string, step: Step, form: FormData): never {
  const next = form.get("from") === "check" ? "check" : nextStep(step);
  redirect(`/onboardings/${id}/${next}` as Route);
}
