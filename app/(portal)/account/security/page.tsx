import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { signOutAction } from "@/app/(auth)/sign-in/actions";
import { SessionList } from "@/components/auth/session-list";
import { FactorList } from "@/components/second-factor/factor-list";
import { SetUpChoice } from "@/components/second-factor/set-up-choice";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { listOwnSessions } from "@/lib/auth/own-sessions";
import { type Account, requireAccount } from "@/lib/auth/session";
import { FACTORS_MAX, RECOVERY_CODES } from "@/lib/second-factor/model";
import { getFactors } from "@/lib/second-factor/queries";
import { beginAuthenticatorAction, endOtherSessionsAction, endSessionAction } from "./actions";
import { goingTo, stepTo } from "./return-to";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.security");
  return { title: t("title") };
}

export default async function SecurityPage({ searchParams }: PageProps<"/account/security">) {
  const account = await requireAccount();
  const t = await getTranslations("account.security");
  const { returnTo, done } = await searchParams;
  const going = goingTo(returnTo);
  const { factors, codesLeft } = await getFactors(account.staff);
  const choice = (
    <SetUpChoice
      isFirst={factors.length === 0}
      begin={beginAuthenticatorAction.bind(null, going)}
      passkey={stepTo("/account/security/passkey", going)}
    />
  );
  if (account.standing === "set_up") return <SetUpFirst>{choice}</SetUpFirst>;
  return (
    <div className="flex flex-col gap-8">
      <h1>{t("title")}</h1>
      <Done done={done} />
      <div className="flex max-w-form flex-col gap-8">
        <Section title={t("factors.title")}>
          {factors.length === 0 ? <p>{t("factors.none")}</p> : <FactorList factors={factors} />}
          {choice}
        </Section>
        {factors.length > 0 && <RecoverySection codesLeft={codesLeft} />}
      </div>
      <Sessions account={account} />
    </div>
  );
}

/** For an admin who has none yet. */
function SetUpFirst({ children }: { children: ReactNode }) {
  const t = useTranslations("account.setUpFirst");
  return (
    <>
      <h1>{t("title")}</h1>
      <p>{t("why")}</p>
      <p>{t("kinds")}</p>
      {children}
      <form action={signOutAction} className="border-t pt-4">
        <Button variant="quiet" className="-ml-4">
          {t("signOut")}
        </Button>
      </form>
    </>
  );
}

function Done({ done }: { done: string | string[] | undefined }) {
  const t = useTranslations("account.security.done");
  const errors = useTranslations("secondFactor.errors");
  if (done === "full") {
    const title = errors("tooManyFactors", { max: FACTORS_MAX });
    return <Banner tone="you" role="alert" title={title} />;
  }
  if (done !== "added" && done !== "removed" && done !== "ended") return null;
  return <Banner tone="done" role="status" title={t(done)} />;
}

function RecoverySection({ codesLeft }: { codesLeft: number }) {
  const t = useTranslations("account.security.recovery");
  return (
    <Section title={t("title")}>
      <p>{codesLeft === 0 ? t("none") : t("left", { count: codesLeft, made: RECOVERY_CODES })}</p>
      <p>
        <TextLink href="/account/security/recovery-codes">
          {t(codesLeft === 0 ? "make" : "makeNew")}
        </TextLink>
      </p>
    </Section>
  );
}

async function Sessions({ account: { staff, sessionId } }: { account: Account }) {
  const t = await getTranslations("account.security.sessions");
  const sessions = await listOwnSessions(staff, await getTranslations("auth.device"));
  return (
    <div id="sessions">
      <Section title={t("title")}>
        <SessionList
          sessions={sessions}
          current={sessionId}
          endOf={(id) => endSessionAction.bind(null, id)}
        />
        {sessions.length > 1 && (
          <form action={endOtherSessionsAction}>
            <Button variant="secondary">{t("endOthers")}</Button>
          </form>
        )}
      </Section>
    </div>
  );
}
