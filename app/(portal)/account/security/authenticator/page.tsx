import type { Metadata } from "next";
import {
  beginAuthenticatorAction,
  confirmAuthenticatorAction,
} from "@/app/(portal)/account/security/actions";
import { goingTo, stepTo } from "@/app/(portal)/account/security/return-to";
import { AuthenticatorForm } from "@/components/second-factor/authenticator-form";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { requireAccount } from "@/lib/auth/session";
import { getBegunAuthenticator } from "@/lib/second-factor/authenticator";

export const metadata: Metadata = { title: "Set up an authenticator app" };

type Props = PageProps<"/account/security/authenticator">;

export default async function AuthenticatorPage({ searchParams }: Props) {
  const { staff } = await requireAccount();
  const going = goingTo((await searchParams).returnTo);
  const begun = await getBegunAuthenticator(staff);
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>Set up an authenticator app</h1>
      {begun ? (
        <AuthenticatorForm
          secret={begun.secret}
          qr={begun.qr}
          confirm={confirmAuthenticatorAction.bind(null, going)}
        />
      ) : (
        <form action={beginAuthenticatorAction.bind(null, going)}>
          <p className="mb-4">Nothing is being set up. A key to scan is good for an hour.</p>
          <Button>Begin again</Button>
        </form>
      )}
      <p>
        <TextLink href={stepTo("/account/security", going)}>Back without setting it up</TextLink>
      </p>
    </div>
  );
}
