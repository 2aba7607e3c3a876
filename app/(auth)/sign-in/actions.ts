"use server";

import { redirect } from "next/navigation";
import { maskEmail } from "@/lib/auth/model";
import { type SignInState, signInSchema } from "@/lib/auth/schema";
import { requestOrigin, signOut } from "@/lib/auth/session";
import { requestSignInLink } from "@/lib/auth/sign-in-link";

export async function requestSignInLinkAction(
  _previous: SignInState,
  form: FormData,
): Promise<SignInState> {
  const typed = String(form.get("email") ?? "");
  const parsed = signInSchema.safeParse({ email: typed });
  if (!parsed.success) return { step: "malformed", email: typed };

  const { email } = parsed.data;
  const returnTo = String(form.get("returnTo") ?? "");
  const result = await requestSignInLink(email, await requestOrigin(), returnTo);
  if (!result.ok) {
    const { code, retryAfterS } = result.error;
    return { step: code, email, retryAfterS };
  }
  return { step: "sent", address: maskEmail(email) };
}

export async function signOutAction(): Promise<void> {
  await signOut();
  redirect("/sign-in");
}
