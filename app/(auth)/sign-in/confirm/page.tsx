import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { safeReturnTo } from "@/lib/auth/return-to";

type Props = PageProps<"/sign-in/confirm">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("auth.confirm");
  return { title: t("title", { email: String((await searchParams).email) }) };
}

/** Opening a link uses nothing up: mail scanners open links too. Only the button signs in. */
export default async function ConfirmPage({ searchParams }: Props) {
  const { token, email, returnTo } = await searchParams;
  if (typeof token !== "string" || typeof email !== "string") redirect("/sign-in?error=link");

  const callbackUrl = safeReturnTo(returnTo);
  const query = new URLSearchParams({ token, email, callbackUrl });
  const t = await getTranslations("auth.confirm");
  return (
    <>
      <h1>{t("title", { email })}</h1>
      <p>{t("about")}</p>
      <form method="post" action={`/api/auth/callback/email?${query}`}>
        <Button>{t("button")}</Button>
      </form>
    </>
  );
}
