"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { boundToken } from "@/app/link-forms";
import { readId, readRaw } from "@/app/read-input";
import type { ForwardState } from "@/components/apply/forward";
import type { Answered } from "@/components/apply/press";
import { finishForwarded, forwardSections, withdrawForward } from "@/lib/applicants/forwards";
import { currentApplicant } from "@/lib/applicants/session";
import { answerSteps } from "@/lib/onboarding/model";
import { linkPath } from "./application";

const sections = z.array(z.enum(answerSteps)).catch([]);

export async function forwardSectionsAction(
  token: string,
  _state: ForwardState,
  form: FormData,
): Promise<ForwardState> {
  const link = boundToken.parse(token);
  const values = {
    name: readRaw(form, "name"),
    email: readRaw(form, "email"),
    steps: sections.parse(form.getAll("steps")),
  };
  const applicant = await currentApplicant(link);
  if (!applicant.ok) {
    if (applicant.error.code === "unknown") redirect(linkPath(link));
    return { values, problem: { code: "signed_out" } };
  }
  const forwarded = await forwardSections(applicant.value, values);
  if (!forwarded.ok) return { values, problem: forwarded.error };
  revalidatePath(linkPath(link), "layout");
  redirect(linkPath(link));
}

export async function withdrawForwardAction(
  token: string,
  id: string,
  _state: Answered,
  _form: FormData,
): Promise<Answered> {
  const link = boundToken.parse(token);
  const applicant = await currentApplicant(link);
  if (applicant.ok) await withdrawForward(applicant.value, readId(id));
  revalidatePath(linkPath(link), "layout");
  redirect(linkPath(link));
}

export async function finishForwardedAction(
  token: string,
  _state: Answered,
  _form: FormData,
): Promise<Answered> {
  const link = boundToken.parse(token);
  const applicant = await currentApplicant(link);
  if (applicant.ok) await finishForwarded(applicant.value);
  revalidatePath(linkPath(link), "layout");
  redirect(linkPath(link));
}
