import type { Metadata } from "next";
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

export const metadata: Metadata = { title: "Security" };

export default async function SecurityPage({ searchParams }: PageProps<"/account/security">) {
  const account = await requireAccount();
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
      <h1>Security</h1>
      <Done done={done} />
      <div className="flex max-w-form flex-col gap-8">
        <Section title="Second factors">
          {factors.length === 0 ? (
            <p>
              You have none. With one, your mailbox alone lets nobody in, and you can do what shows
              a secret or cannot be taken back.
            </p>
          ) : (
            <FactorList factors={factors} />
          )}
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
  return (
    <>
      <h1>Set up a second factor</h1>
      <p>
        Admins can change who is in the team and see production secrets. So that your mailbox alone
        is not enough for that, you need a second factor before you go on. It takes a minute.
      </p>
      <p>
        An authenticator app shows six digits on your phone. A passkey uses what unlocks your
        device, or a security key.
      </p>
      {children}
      <form action={signOutAction} className="border-t pt-4">
        <Button variant="quiet" className="-ml-4">
          Sign out
        </Button>
      </form>
    </>
  );
}

const doneTexts = {
  added: "A second factor was added",
  removed: "The second factor was removed",
  ended: "Signed out there",
} as const;

function Done({ done }: { done: string | string[] | undefined }) {
  if (done === "full") {
    const title = `You have ${FACTORS_MAX} second factors. Remove one first`;
    return <Banner tone="you" role="alert" title={title} />;
  }
  if (done !== "added" && done !== "removed" && done !== "ended") return null;
  return <Banner tone="done" role="status" title={doneTexts[done]} />;
}

function RecoverySection({ codesLeft }: { codesLeft: number }) {
  return (
    <Section title="Recovery codes">
      <p>
        {codesLeft === 0
          ? "You have no recovery codes. Without them, only another admin can let you in once you have lost your second factors."
          : `${codesLeft} of ${RECOVERY_CODES} are left. Each lets you in once.`}
      </p>
      <p>
        <TextLink href="/account/security/recovery-codes">
          {codesLeft === 0 ? "Make recovery codes" : "Make new recovery codes"}
        </TextLink>
      </p>
    </Section>
  );
}

async function Sessions({ account: { staff, sessionId } }: { account: Account }) {
  const sessions = await listOwnSessions(staff);
  return (
    <div id="sessions">
      <Section title="Where you are signed in">
        <SessionList
          sessions={sessions}
          current={sessionId}
          endOf={(id) => endSessionAction.bind(null, id)}
        />
        {sessions.length > 1 && (
          <form action={endOtherSessionsAction}>
            <Button variant="secondary">Sign out all others</Button>
          </form>
        )}
      </Section>
    </div>
  );
}
