"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readId, readItem, readLine, readText } from "@/app/read-input";
import { type Explanation, signInAgain } from "@/components/acts/explanation";
import type { CheckAnswer } from "@/components/customers/check-now";
import {
  answerCheck,
  explainAbsent,
  explainAdopt,
  explainEnable,
  explainRemove,
} from "@/components/customers/problem-texts";
import type { ReconcileState } from "@/components/customers/reconcile-forms";
import { nameOf } from "@/components/customers/words";
import type { TickState } from "@/components/launch/tick-form";
import type { StaffActor } from "@/lib/auth/model";
import { requireStaff } from "@/lib/auth/session";
import { checkCustomer } from "@/lib/customers/check";
import { enableCustomer } from "@/lib/customers/enable";
import { withdrawEnable } from "@/lib/customers/enabling";
import { getCustomer } from "@/lib/customers/queries";
import { removeCustomer } from "@/lib/customers/remove";
import { tickLaunch, untickLaunch } from "@/lib/launch/tick";
import { adoptCustomer, confirmAbsent } from "@/lib/onboarding/reconcile";
import { assignCustomer } from "@/lib/reviews/assign";
import { tidy } from "@/lib/values/text";

export async function enableCustomerAction(boundId: string): Promise<Explanation | null> {
  const staff = await requireStaff("customer.enable");
  const id = readId(boundId);
  const result = await enableCustomer(staff, id);
  revalidatePath(`/customers/${id}`, "layout");
  if (result.ok) redirect(`/customers/${id}`);
  const t = await getTranslations("customers");
  const acts = await getTranslations("acts");
  return explainEnable(result.error, await companyOf(staff, id), t, acts);
}

export async function withdrawEnableAction(boundId: string): Promise<void> {
  const staff = await requireStaff("customer.enable");
  const id = readId(boundId);
  await withdrawEnable(staff, id);
  revalidatePath(`/customers/${id}`, "layout");
}

export async function checkCustomerAction(boundId: string): Promise<CheckAnswer> {
  const staff = await requireStaff("customer.check");
  const id = readId(boundId);
  const result = await checkCustomer(staff, id);
  revalidatePath(`/customers/${id}`, "layout");
  return answerCheck(result, await getTranslations("customers"));
}

export async function removeCustomerAction(
  boundId: string,
  _state: unknown,
  form: FormData,
): Promise<Explanation | null> {
  const staff = await requireStaff("customer.remove");
  const id = readId(boundId);
  const t = await getTranslations("customers");
  const acts = await getTranslations("acts");
  const customer = await getCustomer(staff, id);
  const typed = tidy(readText(form, "companyName"));
  if (customer?.clientId && typed !== customer.companyName) {
    return explainRemove({ code: "name_differs" }, t, acts);
  }
  const result = await removeCustomer(staff, id);
  revalidatePath(`/customers/${id}`, "layout");
  if (result.ok) redirect(`/customers/${id}`);
  return explainRemove(result.error, t, acts);
}

export async function adoptCustomerAction(
  boundId: string,
  _state: unknown,
  form: FormData,
): Promise<ReconcileState> {
  const staff = await requireStaff("customer.reconcile");
  const id = readId(boundId);
  const typed = readText(form, "clientId");
  const result = await adoptCustomer(staff, id, typed);
  if (!result.ok) {
    const t = await getTranslations("customers");
    return { typed, error: explainAdopt(result.error, await companyOf(staff, id), t) };
  }
  revalidatePath(`/customers/${id}`, "layout");
  redirect(`/customers/${id}`);
}

export async function confirmAbsentAction(
  boundId: string,
  _state: unknown,
  form: FormData,
): Promise<ReconcileState> {
  const staff = await requireStaff("customer.reconcile");
  const id = readId(boundId);
  const typed = readText(form, "companyName");
  const result = await confirmAbsent(staff, id, typed);
  if (result.ok) {
    revalidatePath(`/customers/${id}`, "layout");
    redirect(`/onboardings/${id}/check`);
  }
  const t = await getTranslations("customers");
  if (result.error.code !== "sign_in_again") {
    return { typed, error: explainAbsent(result.error, t) };
  }
  const [title, label] = [t("reconcile.told.nothing"), t("reconcile.told.confirm")];
  return { typed, told: signInAgain(title, label, await getTranslations("acts")) };
}

export async function tickLaunchAction(
  boundId: string,
  boundItem: string,
  _state: unknown,
  form: FormData,
): Promise<TickState> {
  const staff = await requireStaff("onboarding.edit");
  const customerId = readId(boundId);
  const told = { note: readLine(form, "note"), link: readLine(form, "link") };
  const result = await tickLaunch(staff, { customerId, item: readItem(boundItem), ...told });
  revalidatePath(`/customers/${customerId}`);
  return result.ok ? null : { error: result.error, ...told };
}

export async function untickLaunchAction(boundId: string, boundItem: string): Promise<void> {
  const staff = await requireStaff("onboarding.edit");
  const customerId = readId(boundId);
  await untickLaunch(staff, { customerId, item: readItem(boundItem) });
  revalidatePath(`/customers/${customerId}`);
}

export async function assignOwnerAction(boundId: string, form: FormData): Promise<void> {
  const staff = await requireStaff("onboarding.review");
  const customerId = readId(boundId);
  await assignCustomer(staff, { customerId, userId: readText(form, "assignee") || null });
  revalidatePath(`/customers/${customerId}`, "layout");
  redirect(`/customers/${customerId}`);
}

async function companyOf(staff: StaffActor, id: string): Promise<string> {
  return nameOf((await getCustomer(staff, id)) ?? { companyName: "" });
}
