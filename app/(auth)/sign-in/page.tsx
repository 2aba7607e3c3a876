import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { SignInForm } from "@/components/auth/sign-in-form";
import { isSingleSignOnEnd, SingleSignOn, SingleSignOnEnd } from "@/components/auth/single-sign-on";
import { Texts } from "@/components/languages/texts";
import { Banner } from "@/components/ui/banner";
import { safeReturnTo } from "@/lib/auth/return-to";
import { currentStaff } from "@/lib/auth/session";
import { identityProvider } from "@/lib/env";
import { requestSignInLinkAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return {
    title: t("title"),
    description: t("description"),
    openGraph: { type: "website", siteName: "Vestibule" },
    twitter: { card: "summary_large_image" },
  };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { error, ended, returnTo } = await searchParams;
  const path = safeReturnTo(returnTo);
  // A path of this portal that safeReturnTo has checked; whether a page is there, Next decides.
  if (!error && (await currentStaff())) redirect(path as Route);

  const t = await getTranslations("auth.signIn");
  return (
    <>
      <h1>{t("title")}</h1>
      <Reason error={error} ended={ended} />
      <Texts of={["auth.form"]}>
        <SignInForm returnTo={path} requestLink={requestSignInLinkAction} />
      </Texts>
      {identityProvider() && <SingleSignOn returnTo={path} />}
      <p className="text-sm text-muted">{t("onlyTeam")}</p>
    </>
  );
}

type Given = string | string[] | undefined;

function Reason({ error, ended }: { error: Given; ended: Given }) {
  const t = useTranslations("auth.signIn");
  if (error === "link") {
    return (
      <Banner tone="you" role="alert" title={t("link")}>
        <p>{t("linkNext")}</p>
      </Banner>
    );
  }
  if (isSingleSignOnEnd(error)) return <SingleSignOnEnd end={error} />;
  if (error) {
    return (
      <Banner tone="blocked" role="alert" title={t("failed")}>
        <p>{t("failedNext")}</p>
      </Banner>
    );
  }
  if (!ended) return null;
  return (
    <Banner tone="neutral" role="status" title={t("ended")}>
      <p>{t("endedAbout")}</p>
    </Banner>
  );
}
