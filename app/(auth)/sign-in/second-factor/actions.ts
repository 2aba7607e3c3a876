"use server";

import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { readText } from "@/app/read-input";
import type { GiveState } from "@/components/second-factor/code-form";
import { safeReturnTo } from "@/lib/auth/return-to";
import { keepSession, requestOrigin, sessionToken } from "@/lib/auth/session";
import { giveCode, giveRecoveryCode } from "@/lib/second-factor/give";
import { askPasskey, givePasskey } from "@/lib/second-factor/give-passkey";
import { authenticationSchema } from "@/lib/second-factor/schema";

// A session that waits for its second factor is not signed in: its token alone says whose it is.

export async function giveFactorCodeAction(
  boundReturnTo: string,
  _state: GiveState,
  form: FormData,
): Promise<GiveState> {
  const given = await giveCode(await sessionToken(), readText(form, "code"), await requestOrigin());
  return goOn(given, boundReturnTo);
}

export async function giveRecoveryCodeAction(
  boundReturnTo: string,
  _state: GiveState,
  form: FormData,
): Promise<GiveState> {
  const given = await giveRecoveryCode(
    await sessionToken(),
    readText(form, "code"),
    await requestOrigin(),
  );
  return goOn(given, boundReturnTo);
}

export async function askPasskeyAction(): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  return (await askPasskey(await sessionToken())) ?? null;
}

export async function givePasskeyAction(
  boundReturnTo: string,
  sent: AuthenticationResponseJSON,
): Promise<GiveState> {
  const response = authenticationSchema.safeParse(sent);
  if (!response.success) return { code: "malformed" };
  const given = await givePasskey(await sessionToken(), response.data, await requestOrigin());
  return goOn(given, boundReturnTo);
}

async function goOn(
  given: Awaited<ReturnType<typeof giveCode>>,
  returnTo: string,
): Promise<GiveState> {
  const path = safeReturnTo(returnTo);
  if (given.ok) {
    await keepSession(given.value);
    redirect(path as Route);
  }
  if (given.error.code === "signed_out") {
    redirect(`/sign-in?${new URLSearchParams({ ended: "1", returnTo: path })}`);
  }
  return given.error;
}
