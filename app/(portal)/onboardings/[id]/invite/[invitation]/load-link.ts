import { notFound } from "next/navigation";
import { cache } from "react";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { requireStaff } from "@/lib/auth/session";
import { listInvitations } from "@/lib/invitations/list";

/** One link of one customer, read once per request. */
export const loadLink = cache(async (id: string, invitationId: string) => {
  const staff = await requireStaff("onboarding.invite");
  const { customer } = await loadCustomer(id);
  const all = await listInvitations(staff, id);
  const invitation = all
    .flatMap((one) => [one, ...one.forwarded])
    .find((one) => one.id === invitationId && one.state !== "revoked");
  if (!invitation) notFound();
  return { customer, invitation, all };
});
