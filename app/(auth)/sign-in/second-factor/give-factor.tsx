import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { signOutAction } from "@/app/(auth)/sign-in/actions";
import { Texts } from "@/components/languages/texts";
import { CodeForm } from "@/components/second-factor/code-form";
import { PasskeyButton } from "@/components/second-factor/passkey-button";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import type { Account } from "@/lib/auth/session";
import { factorKinds } from "@/lib/second-factor/queries";
import {
  askPasskeyAction,
  giveFactorCodeAction,
  givePasskeyAction,
  giveRecoveryCodeAction,
} from "./actions";

type Props = {
  account: Account;
  here: "/sign-in/second-factor" | "/sign-in/again";
  returnTo: string;
  /** Whether a recovery code is asked for, in place of the others. */
  recovery: boolean;
};

/** The ways to prove that it is them which this person has. */
export async function GiveFactor({ account, here, returnTo, recovery }: Props) {
  const t = await getTranslations("secondFactor.ways");
  const kinds = await factorKinds(account.staff.userId);
  const query = new URLSearchParams({ returnTo, ...(!recovery && { recovery: "yes" }) });
  return (
    <>
      <Texts of={["secondFactor.give", "secondFactor.code", "secondFactor.errors"]}>
        {recovery && <CodeForm way="recovery" give={giveRecoveryCodeAction.bind(null, returnTo)} />}
        {!recovery && kinds.includes("totp") && (
          <CodeForm way="code" give={giveFactorCodeAction.bind(null, returnTo)} />
        )}
        {!recovery && kinds.includes("passkey") && (
          <PasskeyButton ask={askPasskeyAction} give={givePasskeyAction.bind(null, returnTo)} />
        )}
      </Texts>
      <p>
        <TextLink href={`${here}?${query}` as Route}>
          {t(recovery ? "another" : "recovery")}
        </TextLink>
      </p>
      {account.standing === "give" && (
        <form action={signOutAction} className="border-t pt-4">
          <p className="text-muted text-sm">{t("lost", { email: account.staff.email })}</p>
          <Button variant="quiet" className="-ml-4">
            {t("signOut")}
          </Button>
        </form>
      )}
    </>
  );
}
