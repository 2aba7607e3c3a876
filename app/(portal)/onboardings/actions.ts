"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import { startOnboarding } from "@/lib/onboarding/start";

export async function startOnboardingAction(): Promise<void> {
  const staff = await requireStaff("onboarding.edit");
  const { id } = await startOnboarding(staff);
  redirect(`/onboardings/${id}/company` as Route);
}
