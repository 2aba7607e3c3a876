"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { readId } from "@/app/read-input";
import type { ChangeState } from "@/components/recorded-changes/change-form";
import { fieldsOf, type Patch, readAnswers } from "@/lib/answers/model";
import { requireStaff } from "@/lib/auth/session";
import { type ChangeItem, changeItems, isChangeItem } from "@/lib/recorded-changes/model";
import { recordChange } from "@/lib/recorded-changes/record";

export async function recordChangeAction(
  boundId: string,
  boundItem: string,
  _state: unknown,
  form: FormData,
): Promise<ChangeState> {
  const staff = await requireStaff("onboarding.edit");
  const customerId = readId(boundId);
  if (typeof boundItem !== "string" || !isChangeItem(boundItem)) notFound();
  const typed = readTyped(boundItem, form);
  const result = await recordChange(staff, { customerId, item: boundItem, typed });
  if (!result.ok) return { error: result.error, typed };
  revalidatePath(`/customers/${customerId}`, "layout");
  redirect(`/customers/${customerId}/details`);
}

/** What the form holds of this item. A list comes as the lines of one text. */
function readTyped(item: ChangeItem, form: FormData): Patch {
  const { step, paths } = changeItems[item];
  const lines = form.get("redirectUris");
  if (typeof lines === "string") {
    form.delete("redirectUris");
    for (const line of lines.split("\n")) {
      if (line.trim() !== "") form.append("redirectUris", line.trim());
    }
  }
  const all = fieldsOf(readAnswers(step, form));
  return Object.fromEntries(
    paths.flatMap((path) => {
      const value = all[path];
      return value === undefined ? [] : [[path, value]];
    }),
  );
}
