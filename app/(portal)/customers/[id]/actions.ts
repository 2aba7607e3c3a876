"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { CheckState } from "@/components/customers/check-now";
import type { AbsentState, AdoptState } from "@/components/customers/reconcile-panel";
import type { RemovalError } from "@/components/customers/remove";
import type { TickState } from "@/components/launch/tick-form";
import { requireStaff } from "@/lib/auth/session";
import { checkCustomer } from "@/lib/customers/check";
import { enableCustomer } from "@/lib/customers/enable";
import { withdrawEnable } from "@/lib/customers/enabling";
import type { EnableError } from "@/lib/customers/model";
import { getCustomer } from "@/lib/customers/queries";
import { removeCustomer } from "@/lib/customers/remove";
import { tickLaunch, untickLaunch } from "@/lib/launch/tick";
import { adoptCustomer, confirmAbsent } from "@/lib/onboarding/reconcile";
import { assignCustomer } from "@/lib/reviews/assign";
import { tidy } from "@/lib/values/text";
import { readId, readItem, readLine, readText } from "./read-input";

export async function enableCustomerAction(boundId: string): Promise<EnableError | null> {
  const staff = await requireStaff("customer.enable");
  const id = readId(boundId);
  const result = await enableCustomer(staff, id);
  revalidatePath(`/customers/${id}`, "layout");
  if (result.ok) redirect(`/customers/${id}`);
  return result.error;
}

export async function withdrawEnableAction(boundId: string): Promise<void> {
  const staff = await requireStaff("customer.enable");
  const id = readId(boundId);
  await withdrawEnable(staff, id);
  revalidatePath(`/customers/${id}`, "layout");
}

export async function checkCustomerAction(boundId: string): Promise<CheckState> {
  const staff = await requireStaff("customer.check");
  const id = readId(boundId);
  const result = await checkCustomer(staff, id);
  revalidatePath(`/customers/${id}`, "layout");
  return result.ok ? result.value : { error: result.error };
}

export async function removeCustomerAction(
  boundId: string,
  _state: unknown,
  form: FormData,
): Promise<RemovalError | null> {
  const staff = await requireStaff("customer.remove");
  const id = readId(boundId);
  const customer = await getCustomer(staff, id);
  const typed = tidy(readText(form, "companyName"));
  if (customer?.clientId && typed !== customer.companyName) return { code: "name_differs" };
  const result = await removeCustomer(staff, id);
  revalidatePath(`/customers/${id}`, "layout");
  if (result.ok) redirect(`/customers/${id}`);
  return result.error;
}

export async function adoptCustomerAction(
  boundId: string,
  _state: unknown,
  form: FormData,
): Promise<AdoptState> {
  const staff = await requireStaff("customer.reconcile");
  const id = readId(boundId);
  const typed = readText(form, "clientId");
  const result = await adoptCustomer(staff, id, typed);
  if (!result.ok) return { error: result.error, typed };
  revalidatePath(`/customers/${id}`, "layout");
  redirect(`/customers/${id}`);
}

export async function confirmAbsentAction(
  boundId: string,
  _state: unknown,
  form: FormData,
): Promise<AbsentState> {
  const staff = await requireStaff("customer.reconcile");
  const id = readId(boundId);
  const typed = readText(form, "companyName");
  const result = await confirmAbsent(staff, id, typed);
  if (!result.ok) return { error: result.error, typed };
  revalidatePath(`/customers/${id}`, "layout");
  redirect(`/onboardings/${id}/check`);
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
