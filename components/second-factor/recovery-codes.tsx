"use client";

import type { Route } from "next";
import { useActionState } from "react";
import { PendingForm } from "@/components/acts/pending-form";
import { PrintButton } from "@/components/customers/print-button";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { CopyButton } from "@/components/ui/copy-button";

type Props = {
  /** How many of the older ones still work. */
  left: number;
  make: (state: string[] | null) => Promise<string[] | null>;
  /** Where to go on. */
  next: Route;
};

/** Codes are in the answer to the button and nowhere else: without them on paper they are gone. */
export function RecoveryCodes({ left, make, next }: Props) {
  const [codes, action, pending] = useActionState(make, null);
  if (codes === null) {
    return (
      <div className="flex flex-col gap-6">
        <p>
          Ten codes let you in when you have lost your other second factors. Each works once. Keep
          them where you keep your passwords, or on paper.
        </p>
        {left > 0 && <p>The {left} codes that you have now stop working.</p>}
        <PendingForm
          action={action}
          pending={pending}
          label="Make recovery codes"
          busy="Making them…"
          safe={
            <ButtonLink variant="secondary" href={next}>
              Not now
            </ButtonLink>
          }
        />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <Banner tone="you" role="status" title="Store these codes now">
        <p>
          They are not shown again. Whoever has one of them and your mailbox can sign in as you.
        </p>
      </Banner>
      <ol aria-label="Recovery codes" className="card grid gap-x-8 gap-y-2 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>
            <code translate="no" className="wrap-anywhere">
              {code}
            </code>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3">
        <CopyButton text={codes.join("\n")} label="Copy codes" variant="secondary" />
        <PrintButton />
      </div>
      <p>
        <ButtonLink href={next}>I have stored them</ButtonLink>
      </p>
    </div>
  );
}
