"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readId, readRaw } from "@/app/read-input";
import type { Explanation } from "@/components/acts/explanation";
import type { ResendState } from "@/components/invitations/resend";
import { explainLink, sentAgain } from "@/components/invitations/texts";
import { requireStaff, staffAtForm } from "@/lib/auth/session";
import { changeInvitationAddress } from "@/lib/invitations/change-address";
import { inviteApplicant } from "@/lib/invitations/invite";
import type { AddressState, InviteState } from "@/lib/invitations/model";
import { resendInvitation } from "@/lib/invitations/resend";
import { revokeInvitation } from "@/lib/invitations/revoke";
import { readInvitation, shownAgain } from "./read-invitation";

export async function inviteAction(
  boundId: string,
  state: InviteState,
  form: FormData,
): Promise<InviteState> {
  const customerId = readId(boundId);
  const values = readInvitation(form);
  const signedOut = { code: "signed_out" } as const;
  const staff = await staffAtForm("onboarding.invite");
  if (!staff) return { ...state, values, errors: {}, problem: signedOut };
  const again = await shownAgain(staff, customerId, values);
  if (form.get("intent") === "preview") return again;

  const invited = await inviteApplicant(staff, { customerId, ...values });
  if (!invited.ok) {
    const { error } = invited;
    if (error.code === "incorrect") return { ...again, errors: error.errors };
    return { ...again, problem: error };
  }
  backToDraft(customerId);
}

export async function resendInvitationAction(
  boundId: string,
  boundInvitation: string,
): Promise<ResendState> {
  const staff = await requireStaff("onboarding.invite");
  const link = readLink(boundId, boundInvitation);
  const resent = await resendInvitation(staff, link);
  revalidatePath(`/onboardings/${link.customerId}`, "layout");
  return resent.ok
    ? { sent: sentAgain(resent.value, await getTranslations("invitations.link")) }
    : { told: explainLink(resent.error, await getTranslations("invitations.told")) };
}

export async function changeAddressAction(
  boundId: string,
  boundInvitation: string,
  state: AddressState,
  form: FormData,
): Promise<AddressState> {
  const staff = await requireStaff("onboarding.invite");
  const link = readLink(boundId, boundInvitation);
  const email = readRaw(form, "email");
  const changed = await changeInvitationAddress(staff, { ...link, email });
  if (!changed.ok) {
    const { error } = changed;
    const values = { email };
    if (error.code === "incorrect") return { values, errors: error.errors };
    return { ...state, values, errors: {}, problem: error };
  }
  backToDraft(link.customerId);
}

export async function revokeInvitationAction(
  boundId: string,
  boundInvitation: string,
): Promise<Explanation | null> {
  const staff = await requireStaff("onboarding.invite");
  const link = readLink(boundId, boundInvitation);
  const revoked = await revokeInvitation(staff, link);
  if (!revoked.ok) return explainLink(revoked.error, await getTranslations("invitations.told"));
  backToDraft(link.customerId);
}

function readLink(id: unknown, invitation: unknown) {
  return { customerId: readId(id), invitationId: readId(invitation) };
}

function backToDraft(id: string): never {
  revalidatePath(`/onboardings/${id}`, "layout");
  redirect(`/onboardings/${id}` as Route);
}
