"use server";

import { redirect } from "next/navigation";
import { readId } from "@/app/read-input";
import { requireStaff } from "@/lib/auth/session";
import type { ResetProblem } from "@/lib/second-factor/model";
import { resetFactors } from "@/lib/second-factor/remove";

export async function resetFactorsAction(
  boundId: string,
  _state: ResetProblem | null,
): Promise<ResetProblem | null> {
  const staff = await requireStaff("factor.reset");
  const id = readId(boundId);
  const reset = await resetFactors(staff, id);
  if (reset.ok) redirect(`/admin/team/${id}`);
  return reset.error;
}
