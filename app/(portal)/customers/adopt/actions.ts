"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { readText } from "@/app/read-input";
import type { AdoptFormState } from "@/components/customers/adopt-form";
import { adoptFromPlaid, findAtPlaid } from "@/lib/adoption/adopt";
import { requireStaff } from "@/lib/auth/session";

/** Looks first; adopts where the form says so. */
export async function adoptFromPlaidAction(
  _state: AdoptFormState,
  form: FormData,
): Promise<AdoptFormState> {
  const staff = await requireStaff("customer.adopt");
  const typed = readText(form, "clientId");
  if (form.get("intent") !== "adopt") {
    const found = await findAtPlaid(staff, typed);
    return found.ok ? { typed, found: found.value } : { typed, error: found.error };
  }
  const adopted = await adoptFromPlaid(staff, typed);
  if (!adopted.ok) return { typed, error: adopted.error };
  revalidatePath("/customers", "layout");
  redirect(`/customers/${adopted.value.id}`);
}
