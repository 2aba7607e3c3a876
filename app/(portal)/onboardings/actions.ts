"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { readId } from "@/app/read-input";
import { requireStaff } from "@/lib/auth/session";
import { duplicateOnboarding } from "@/lib/onboarding/duplicate";
import { startOnboarding } from "@/lib/onboarding/start";
import { keepDraft } from "@/lib/retention/keep";

export async function startOnboardingAction(): Promise<void> {
  const staff = await requireStaff("onboarding.edit");
  const { id } = await startOnboarding(staff);
  redirect(`/onboardings/${id}/company` as Route);
}

/** Leads to what has to be typed; from there Continue leads to what is left. */
export async function duplicateOnboardingAction(boundId: string): Promise<void> {
  const staff = await requireStaff("onboarding.edit");
  const duplicated = await duplicateOnboarding(staff, readId(boundId));
  if (!duplicated.ok) notFound();
  redirect(`/onboardings/${duplicated.value.id}/company?from=check` as Route);
}

/** On whatever page of the draft it was pressed, that page is shown again. */
export async function keepDraftAction(boundId: string): Promise<void> {
  const staff = await requireStaff("onboarding.edit");
  const id = readId(boundId);
  await keepDraft(staff, id);
  revalidatePath(`/onboardings/${id}`, "layout");
  revalidatePath(`/customers/${id}`, "layout");
}
