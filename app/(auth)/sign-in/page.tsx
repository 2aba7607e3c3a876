import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/auth/sign-in-form";
import { isSingleSignOnEnd, SingleSignOn, SingleSignOnEnd } from "@/components/auth/single-sign-on";
import { Banner } from "@/components/ui/banner";
import { safeReturnTo } from "@/lib/auth/return-to";
import { currentStaff } from "@/lib/auth/session";
import { identityProvider } from "@/lib/env";
import { requestSignInLinkAction } from "./actions";

export const metadata: Metadata = {
  title: "Sign in",
  description: "Where a Plaid reseller's team onboards its end customers.",
  openGraph: { type: "website", siteName: "Vestibule" },
  twitter: { card: "summary_large_image" },
};

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { error, ended, returnTo } = await searchParams;
  const path = safeReturnTo(returnTo);
  // A path of this portal that safeReturnTo has checked; whether a page is there, Next decides.
  if (!error && (await currentStaff())) redirect(path as Route);

  return (
    <>
      <h1>Sign in</h1>
      <Reason error={error} ended={ended} />
      <SignInForm returnTo={path} requestLink={requestSignInLinkAction} />
      {identityProvider() && <SingleSignOn returnTo={path} />}
      <p className="text-sm text-muted">
        Invited to fill in a form? Use the link in your email. Only people an admin has added can
        sign in here.
      </p>
    </>
  );
}

type Given = string | string[] | undefined;

function Reason({ error, ended }: { error: Given; ended: Given }) {
  if (error === "link") {
    return (
      <Banner tone="you" role="alert" title="This link no longer signs you in">
        <p>
          This sign-in link has been used or is older than 15 minutes. Ask for a new one. An
          invitation ends after 7 days: whoever invited you can send it again.
        </p>
      </Banner>
    );
  }
  if (isSingleSignOnEnd(error)) return <SingleSignOnEnd end={error} />;
  if (error) {
    return (
      <Banner tone="blocked" role="alert" title="Signing in did not work">
        <p>Nothing was changed. Ask for a new link in a minute.</p>
      </Banner>
    );
  }
  if (!ended) return null;
  return (
    <Banner tone="neutral" role="status" title="You are signed out">
      <p>
        A session ends after 30 minutes without activity and after 12 hours. Everything you saved is
        still there.
      </p>
    </Banner>
  );
}
