import type { Metadata } from "next";
import { addPasskeyAction, offerPasskeyAction } from "@/app/(portal)/account/security/actions";
import { goingTo, stepTo } from "@/app/(portal)/account/security/return-to";
import { PasskeyForm } from "@/components/second-factor/passkey-form";
import { TextLink } from "@/components/ui/text-link";
import { requireAccount } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Add a passkey" };

type Props = PageProps<"/account/security/passkey">;

export default async function PasskeyPage({ searchParams }: Props) {
  await requireAccount();
  const going = goingTo((await searchParams).returnTo);
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>Add a passkey</h1>
      <p>
        A passkey is kept by your device, your password manager or a security key. You use it with
        what unlocks that: a fingerprint, your face, a PIN or a touch.
      </p>
      <PasskeyForm
        offer={offerPasskeyAction.bind(null, going)}
        add={addPasskeyAction.bind(null, going)}
      />
      <p>
        <TextLink href={stepTo("/account/security", going)}>Back without adding one</TextLink>
      </p>
    </div>
  );
}
