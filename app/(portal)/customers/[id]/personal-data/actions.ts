"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { readId, readText } from "@/app/read-input";
import { requireStaff } from "@/lib/auth/session";
import { erasePersonalData } from "@/lib/erasure/erase";
import type { EraseError } from "@/lib/erasure/model";

export async function eraseAction(
  boundId: string,
  _state: unknown,
  form: FormData,
): Promise<EraseError | null> {
  const staff = await requireStaff("person.erase");
  const customerId = readId(boundId);
  const erased = await erasePersonalData(staff, {
    customerId,
    typed: readText(form, "companyName"),
  });
  if (!erased.ok) return erased.error;
  revalidatePath("/", "layout");
  redirect(erased.value.kept ? `/customers/${customerId}` : "/customers");
}
