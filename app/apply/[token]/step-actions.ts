"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { boundToken } from "@/app/link-forms";
import { keepStep, signedOut } from "@/app/step-forms";
import type { SubmitForReviewState } from "@/components/apply/submit-for-review";
import { currentApplicant } from "@/lib/applicants/session";
import type { ApplicantActor } from "@/lib/auth/model";
import type { StepState } from "@/lib/drafts/model";
import { type AnswerStep, type Answers, answerSteps } from "@/lib/onboarding/model";
import { submitForReview } from "@/lib/submissions/submit-for-review";
import { linkPath } from "./application";

const boundStep = z.enum(answerSteps);
const version = z.coerce.number().int().positive();

export async function saveSectionAction(
  token: string,
  step: AnswerStep,
  _state: unknown,
  form: FormData,
): Promise<StepState<Answers[AnswerStep]>> {
  const bound = { token: boundToken.parse(token), step: boundStep.parse(step) };
  const applicant = await currentApplicant(bound.token);
  const at = linkPath(bound.token);
  if (!applicant.ok) {
    if (applicant.error.code === "unknown") redirect(at);
    return signedOut(bound.step, form);
  }
  const actor = applicant.value;
  if (!actor.steps.includes(bound.step)) redirect(at);
  const posted = { id: actor.customerId, step: bound.step, form };
  const { state, next } = await keepStep(actor, posted);

  revalidatePath(at, "layout");
  if (next === "exit") redirect(at);
  if (next === "continue") redirect(nextOf(actor, bound, form));
  return state;
}

export async function handInAction(
  token: string,
  _state: SubmitForReviewState,
  form: FormData,
): Promise<SubmitForReviewState> {
  const link = boundToken.parse(token);
  const applicant = await currentApplicant(link);
  if (!applicant.ok) {
    if (applicant.error.code === "unknown") redirect(linkPath(link));
    return { error: { code: "signed_out" } };
  }
  const { customerId } = applicant.value;
  const submitted = await submitForReview(applicant.value, { customerId, ...accepted(form) });

  revalidatePath(linkPath(link), "layout");
  if (submitted.ok) redirect(linkPath(link));
  return { error: submitted.error };
}

function accepted(form: FormData) {
  const shown = version.safeParse(form.get("addendumVersion"));
  const ticked = form.has("addendum") && shown.success;
  return {
    addendumVersion: ticked ? shown.data : null,
    addendumSha256: String(form.get("addendumSha256") ?? ""),
  };
}

type Bound = { token: string; step: AnswerStep };

/** A step opened from the last page leads back there. */
function nextOf({ steps }: ApplicantActor, { token, step }: Bound, form: FormData): Route {
  const at = linkPath(token);
  if (form.get("from") === "check") return `${at}/check` as Route;
  const own = answerSteps.filter((one) => steps.includes(one));
  const next = own[own.indexOf(step) + 1];
  return `${at}/${next ?? "check"}` as Route;
}
