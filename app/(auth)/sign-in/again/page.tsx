import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { requestSignInLinkAction } from "@/app/(auth)/sign-in/actions";
import { SignInForm } from "@/components/auth/sign-in-form";
import { TextLink } from "@/components/ui/text-link";
import { FRESH_MINUTES } from "@/lib/auth/model";
import { safeReturnTo } from "@/lib/auth/return-to";
import { currentStaff } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Sign in again" };

/** For what takes a fresh sign-in: the mailed link leads back to where it was asked for. */
export default async function SignInAgainPage({ searchParams }: PageProps<"/sign-in/again">) {
  const { returnTo } = await searchParams;
  const path = safeReturnTo(typeof returnTo === "string" ? returnTo : "");
  const staff = await currentStaff();
  if (!staff) redirect(`/sign-in?${new URLSearchParams({ returnTo: path })}`);

  return (
    <>
      <h1>Sign in again</h1>
      <p>
        What you want to do shows a secret or cannot be taken back, so it takes a sign-in of the
        last {FRESH_MINUTES} minutes. The link we mail you leads back to the page you came from.
      </p>
      <SignInForm email={staff.email} returnTo={path} requestLink={requestSignInLinkAction} />
      <p>
        {/* safeReturnTo has checked it: a path of this portal. */}
        <TextLink href={path as Route}>Back without signing in again</TextLink>
      </p>
    </>
  );
}
