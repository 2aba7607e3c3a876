import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { safeReturnTo } from "@/lib/auth/return-to";
import { currentAccount } from "@/lib/auth/session";
import { GiveFactor } from "./give-factor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("secondFactor.step");
  return { title: t("title") };
}

/** All that a session opens before its person has given a second factor. */
export default async function SecondFactorPage({
  searchParams,
}: PageProps<"/sign-in/second-factor">) {
  const { returnTo, recovery } = await searchParams;
  const path = safeReturnTo(returnTo);
  const account = await currentAccount();
  if (!account) redirect(`/sign-in?${new URLSearchParams({ returnTo: path })}`);
  // A path of this portal that safeReturnTo has checked.
  if (account.standing !== "give") redirect(path as Route);

  const t = await getTranslations("secondFactor.step");
  return (
    <>
      <h1>{t("title")}</h1>
      <p>{t("about")}</p>
      <GiveFactor
        account={account}
        here="/sign-in/second-factor"
        returnTo={path}
        recovery={recovery === "yes"}
      />
    </>
  );
}
