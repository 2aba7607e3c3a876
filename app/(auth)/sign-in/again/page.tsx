import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { requestSignInLinkAction } from "@/app/(auth)/sign-in/actions";
import { GiveFactor } from "@/app/(auth)/sign-in/second-factor/give-factor";
import { SignInForm } from "@/components/auth/sign-in-form";
import { ButtonLink } from "@/components/ui/button-link";
import { TextLink } from "@/components/ui/text-link";
import { requireFreshForFactors } from "@/lib/auth/fresh-sign-in";
import { FRESH_MINUTES } from "@/lib/auth/model";
import { safeReturnTo } from "@/lib/auth/return-to";
import { type Account, currentAccount } from "@/lib/auth/session";
import { isDemo } from "@/lib/env";

export const metadata: Metadata = { title: "Confirm that it is you" };

/** For what takes a fresh second factor: from here a person goes back to where it was asked for. */
export default async function SignInAgainPage({ searchParams }: PageProps<"/sign-in/again">) {
  const { returnTo, recovery } = await searchParams;
  const path = safeReturnTo(returnTo);
  const account = await currentAccount();
  const query = new URLSearchParams({ returnTo: path });
  if (!account) redirect(`/sign-in?${query}`);
  if (account.standing === "give") redirect(`/sign-in/second-factor?${query}`);

  return (
    <>
      <h1>Confirm that it is you</h1>
      <p>
        What you want to do shows a secret or cannot be taken back, so it takes a second factor of
        the last {FRESH_MINUTES} minutes. You come back to the page you came from.
      </p>
      {account.hasFactor ? (
        <GiveFactor
          account={account}
          here="/sign-in/again"
          returnTo={path}
          recovery={recovery === "yes"}
        />
      ) : (
        <WithoutFactor account={account} path={path} />
      )}
      <p>
        {/* safeReturnTo has checked it: a path of this portal. */}
        <TextLink href={path as Route}>Back without confirming</TextLink>
      </p>
    </>
  );
}

/** A first factor is set up after a fresh sign-in; in the demo, the sign-in is enough. */
async function WithoutFactor({ account, path }: { account: Account; path: string }) {
  const setUp = path.startsWith("/account/security")
    ? path
    : `/account/security?${new URLSearchParams({ returnTo: path })}`;
  const { ok: isFresh } = await requireFreshForFactors(account.staff);
  if (isFresh && !isDemo()) {
    return (
      <>
        <p>You have no second factor yet. Setting one up takes a minute.</p>
        <p>
          <ButtonLink href={setUp as Route}>Set up a second factor</ButtonLink>
        </p>
      </>
    );
  }
  return (
    <>
      <p>
        You have no second factor. Sign in again instead: the link that we mail you leads{" "}
        {isDemo() ? "back here" : "to where you set one up"}.
      </p>
      <SignInForm
        email={account.staff.email}
        returnTo={isDemo() ? path : setUp}
        requestLink={requestSignInLinkAction}
      />
    </>
  );
}
