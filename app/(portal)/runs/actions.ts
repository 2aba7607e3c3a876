"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readId, readText } from "@/app/read-input";
import type { Explanation } from "@/components/acts/explanation";
import { explainRun } from "@/components/runs/texts";
import type { StaffActor } from "@/lib/auth/model";
import { requireStaff } from "@/lib/auth/session";
import type { Result } from "@/lib/result";
import { discardRun, pauseRun, resumeRun, retryFailed, startRun } from "@/lib/runs/control";
import type { RunError } from "@/lib/runs/model";

/** Every button of a run's page. */
export async function controlRunAction(
  boundId: string,
  _state: unknown,
  form: FormData,
): Promise<Explanation | null> {
  const staff = await requireStaff("customer.bulk");
  const id = readId(boundId);
  const intent = form.get("intent");
  const done = await control(staff, id, form);
  revalidatePath("/runs", "layout");
  if (!done.ok)
    return explainRun(
      done.error,
      await getTranslations("runs.told"),
      await getTranslations("acts"),
    );
  if (intent === "discard") redirect("/customers");
  return null;
}

async function control(
  staff: StaffActor,
  id: string,
  form: FormData,
): Promise<Result<null, RunError>> {
  switch (form.get("intent")) {
    case "start":
      return startRun(staff, { id, assigneeId: readText(form, "assignee") || null });
    case "discard":
      return discardRun(staff, id);
    case "resume":
      return resumeRun(staff, id);
    case "retry":
      return retryFailed(staff, id);
    default:
      return pauseRun(staff, id);
  }
}
