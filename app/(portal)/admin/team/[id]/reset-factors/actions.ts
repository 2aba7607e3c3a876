"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { readId } from "@/app/(portal)/customers/[id]/read-input";
import { requireStaff } from "@/lib/auth/session";
import type { ResetProblem } from "@/lib/second-factor/model";
import { resetFactors } from "@/lib/second-factor/remove";

export async function resetFactorsAction(
  boundId: string,
  _state: ResetProblem | null,
): Promise<ResetProblem | null> {
  const staff = await requireStaff("factor.reset");
  const reset = await resetFactors(staff, readId(boundId));
  if (reset.ok) redirect("/admin/team" as Route);
  return reset.error;
}
