import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { addPasskeyAction, offerPasskeyAction } from "@/app/(portal)/account/security/actions";
import { goingTo, stepTo } from "@/app/(portal)/account/security/return-to";
import { Texts } from "@/components/languages/texts";
import { PasskeyForm } from "@/components/second-factor/passkey-form";
import { TextLink } from "@/components/ui/text-link";
import { requireAccount } from "@/lib/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.passkey");
  return { title: t("title") };
}

type Props = PageProps<"/account/security/passkey">;

export default async function PasskeyPage({ searchParams }: Props) {
  await requireAccount();
  const t = await getTranslations("account.passkey");
  const going = goingTo((await searchParams).returnTo);
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>{t("title")}</h1>
      <p>{t("about")}</p>
      <Texts of={["secondFactor.name", "secondFactor.passkey", "secondFactor.errors"]}>
        <PasskeyForm
          offer={offerPasskeyAction.bind(null, going)}
          add={addPasskeyAction.bind(null, going)}
        />
      </Texts>
      <p>
        <TextLink href={stepTo("/account/security", going)}>{t("back")}</TextLink>
      </p>
    </div>
  );
}
