import type { Route } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { requireStaff } from "@/lib/auth/session";
import { getOnboarding } from "@/lib/onboarding/queries";
import { isSent } from "@/lib/statuses/model";

/** The draft of a page and of its title, read once per request. Once sent, the wizard leads to the customer. */
export const readOnboarding = cache(async (id: string) => {
  const staff = await requireStaff("onboarding.edit");
  const onboarding = await getOnboarding(staff, id);
  if (!onboarding) notFound();
  if (isSent(onboarding.status)) redirect(`/customers/${id}` as Route);
  return onboarding;
});
