import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import {
  beginAuthenticatorAction,
  confirmAuthenticatorAction,
} from "@/app/(portal)/account/security/actions";
import { goingTo, stepTo } from "@/app/(portal)/account/security/return-to";
import { Texts } from "@/components/languages/texts";
import { AuthenticatorForm } from "@/components/second-factor/authenticator-form";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { requireAccount } from "@/lib/auth/session";
import { getBegunAuthenticator } from "@/lib/second-factor/authenticator";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.authenticator");
  return { title: t("title") };
}

type Props = PageProps<"/account/security/authenticator">;

export default async function AuthenticatorPage({ searchParams }: Props) {
  const { staff } = await requireAccount();
  const t = await getTranslations("account.authenticator");
  const going = goingTo((await searchParams).returnTo);
  const begun = await getBegunAuthenticator(staff);
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>{t("title")}</h1>
      {begun ? (
        <Texts
          of={[
            "secondFactor.authenticator",
            "secondFactor.code",
            "secondFactor.name",
            "secondFactor.errors",
          ]}
        >
          <AuthenticatorForm
            secret={begun.secret}
            qr={begun.qr}
            confirm={confirmAuthenticatorAction.bind(null, going)}
          />
        </Texts>
      ) : (
        <form action={beginAuthenticatorAction.bind(null, going)}>
          <p className="mb-4">{t("notBegun")}</p>
          <Button>{t("begin")}</Button>
        </form>
      )}
      <p>
        <TextLink href={stepTo("/account/security", going)}>{t("back")}</TextLink>
      </p>
    </div>
  );
}
