"use server";

import type {
  PublicKeyCredentialCreationOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/browser";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { readId, readText } from "@/app/read-input";
import type { ConfirmState } from "@/components/second-factor/authenticator-form";
import type { StaffActor } from "@/lib/auth/model";
import { endOtherSessions, endOwnSession } from "@/lib/auth/own-sessions";
import { keepSession, requireAccount, requireStaff, sessionToken } from "@/lib/auth/session";
import type { RenewedSession } from "@/lib/auth/sessions";
import { addPasskey, offerPasskey } from "@/lib/second-factor/add-passkey";
import { beginAuthenticator, confirmAuthenticator } from "@/lib/second-factor/authenticator";
import type { AddProblem, RemoveProblem } from "@/lib/second-factor/model";
import { getFactors } from "@/lib/second-factor/queries";
import { makeRecoveryCodes } from "@/lib/second-factor/recovery-codes";
import { removeFactor } from "@/lib/second-factor/remove";
import { registrationSchema } from "@/lib/second-factor/schema";
import { againFor, goingTo, stepTo } from "./return-to";

export async function beginAuthenticatorAction(boundGoing: string): Promise<void> {
  const { staff } = await requireAccount();
  const going = goingTo(boundGoing);
  const begun = await beginAuthenticator(staff);
  if (begun.ok) redirect(stepTo("/account/security/authenticator", going));
  if (begun.error.code === "sign_in_again") redirect(againFor(stepTo("/account/security", going)));
  redirect("/account/security?done=full");
}

export async function confirmAuthenticatorAction(
  boundGoing: string,
  _state: ConfirmState,
  form: FormData,
): Promise<ConfirmState> {
  const { staff } = await requireAccount();
  const going = goingTo(boundGoing);
  const name = readText(form, "name");
  const token = await sessionToken();
  const added = await confirmAuthenticator(staff, { token, typed: readText(form, "code"), name });
  if (added.ok) return goOn(staff, added.value, going);
  if (added.error.code === "sign_in_again") {
    redirect(againFor(stepTo("/account/security/authenticator", going)));
  }
  return { problem: added.error, name };
}

/** Null where there is nothing to make one from; the page that comes instead says why. */
export async function offerPasskeyAction(
  boundGoing: string,
): Promise<PublicKeyCredentialCreationOptionsJSON | null> {
  const { staff } = await requireAccount();
  const offer = await offerPasskey(staff, await sessionToken());
  if (offer.ok) return offer.value;
  if (offer.error.code === "sign_in_again") {
    redirect(againFor(stepTo("/account/security/passkey", goingTo(boundGoing))));
  }
  redirect("/account/security?done=full");
}

export async function addPasskeyAction(
  boundGoing: string,
  sent: RegistrationResponseJSON,
  name: string,
): Promise<AddProblem | null> {
  const { staff } = await requireAccount();
  const parsed = registrationSchema.safeParse(sent);
  if (!parsed.success) return { code: "malformed" };
  const token = await sessionToken();
  const made = { token, response: parsed.data, name: String(name).slice(0, 200) };
  const added = await addPasskey(staff, made);
  return added.ok ? goOn(staff, added.value, goingTo(boundGoing)) : added.error;
}

/** Recovery codes come with the first factor; after a later one it is back to the list. */
async function goOn(staff: StaffActor, renewed: RenewedSession, going: string): Promise<never> {
  await keepSession(renewed);
  const { codesLeft } = await getFactors(staff);
  // The whole frame is another one once a second factor is there.
  revalidatePath("/", "layout");
  if (codesLeft === 0) redirect(stepTo("/account/security/recovery-codes", going));
  redirect("/account/security?done=added");
}

export async function makeRecoveryCodesAction(
  boundGoing: string,
  _state: string[] | null,
): Promise<string[] | null> {
  const staff = await requireStaff("account.secure");
  const made = await makeRecoveryCodes(staff);
  if (made.ok) return made.value;
  if (made.error.code === "no_factor") redirect("/account/security");
  redirect(againFor(stepTo("/account/security/recovery-codes", goingTo(boundGoing))));
}

export async function removeFactorAction(
  boundId: string,
  _state: RemoveProblem | null,
): Promise<RemoveProblem | null> {
  const staff = await requireStaff("account.secure");
  const removed = await removeFactor(staff, readId(boundId));
  if (removed.ok) redirect("/account/security?done=removed");
  return removed.error;
}

export async function endSessionAction(boundId: string): Promise<void> {
  const staff = await requireStaff("account.secure");
  await endOwnSession(staff, readId(boundId));
  redirect("/account/security?done=ended#sessions");
}

export async function endOtherSessionsAction(): Promise<void> {
  const staff = await requireStaff("account.secure");
  const { sessionId } = await requireAccount();
  await endOtherSessions(staff, sessionId);
  redirect("/account/security?done=ended#sessions");
}
