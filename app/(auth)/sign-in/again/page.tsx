import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requestSignInLinkAction } from "@/app/(auth)/sign-in/actions";
import { GiveFactor } from "@/app/(auth)/sign-in/second-factor/give-factor";
import { SignInForm } from "@/components/auth/sign-in-form";
import { Texts } from "@/components/languages/texts";
import { ButtonLink } from "@/components/ui/button-link";
import { TextLink } from "@/components/ui/text-link";
import { requireFreshForFactors } from "@/lib/auth/fresh-sign-in";
import { FRESH_MINUTES } from "@/lib/auth/model";
import { safeReturnTo } from "@/lib/auth/return-to";
import { type Account, currentAccount } from "@/lib/auth/session";
import { isDemo } from "@/lib/env";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("secondFactor.again");
  return { title: t("title") };
}

/** For what takes a fresh second factor: from here a person goes back to where it was asked for. */
export default async function SignInAgainPage({ searchParams }: PageProps<"/sign-in/again">) {
  const { returnTo, recovery } = await searchParams;
  const path = safeReturnTo(returnTo);
  const account = await currentAccount();
  const query = new URLSearchParams({ returnTo: path });
  if (!account) redirect(`/sign-in?${query}`);
  if (account.standing === "give") redirect(`/sign-in/second-factor?${query}`);

  const t = await getTranslations("secondFactor.again");
  return (
    <>
      <h1>{t("title")}</h1>
      <p>{t("about", { minutes: FRESH_MINUTES })}</p>
      {account.hasFactor ? (
        <GiveFactor
          account={account}
          here="/sign-in/again"
          returnTo={path}
          recovery={recovery === "yes"}
        />
      ) : (
        <Texts of={["auth.form"]}>
          <WithoutFactor account={account} path={path} />
        </Texts>
      )}
      <p>
        {/* safeReturnTo has checked it: a path of this portal. */}
        <TextLink href={path as Route}>{t("back")}</TextLink>
      </p>
    </>
  );
}

/** A first factor is set up after a fresh sign-in; in the demo, the sign-in is enough. */
async function WithoutFactor({ account, path }: { account: Account; path: string }) {
  const t = await getTranslations("secondFactor.again");
  const setUp = path.startsWith("/account/security")
    ? path
    : `/account/security?${new URLSearchParams({ returnTo: path })}`;
  const { ok: isFresh } = await requireFreshForFactors(account.staff);
  if (isFresh && !isDemo()) {
    return (
      <>
        <p>{t("noneYet")}</p>
        <p>
          <ButtonLink href={setUp as Route}>{t("setUp")}</ButtonLink>
        </p>
      </>
    );
  }
  return (
    <>
      <p>{t(isDemo() ? "linkBack" : "linkToSetUp")}</p>
      <SignInForm
        email={account.staff.email}
        returnTo={isDemo() ? path : setUp}
        requestLink={requestSignInLinkAction}
      />
    </>
  );
}
