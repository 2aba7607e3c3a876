"use client";

import { useActionState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import type { SignInState } from "@/lib/auth/schema";
import { waitOf } from "@/lib/rate-limits/model";

type Props = {
  /** Whose link it is, where that is known. */
  email?: string;
  returnTo: string;
  requestLink: (previous: SignInState, form: FormData) => Promise<SignInState>;
};

const MALFORMED = "Enter an email address in the format name@company.com";

export function SignInForm({ email: known, returnTo, requestLink }: Props) {
  const [state, action, pending] = useActionState(requestLink, { step: "ask" });
  const email = "email" in state ? state.email : "";
  return (
    <div className="flex flex-col gap-6">
      <Answer state={state} />
      <form action={action} noValidate className="flex flex-col gap-6">
        <input type="hidden" name="returnTo" value={returnTo} />
        {known ? (
          <input type="hidden" name="email" value={known} />
        ) : (
          <Field
            label="Email address"
            name="email"
            type="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={email}
            key={email}
            error={state.step === "malformed" ? MALFORMED : undefined}
          />
        )}
        <Button aria-disabled={pending}>E-mail me a sign-in link</Button>
      </form>
    </div>
  );
}

function Answer({ state }: { state: SignInState }) {
  switch (state.step) {
    case "ask":
      return null;
    case "malformed":
      return <ErrorSummary errors={[{ href: "#email", message: MALFORMED }]} />;
    case "too_many":
      return (
        <Banner tone="you" role="alert" title="Too many links were asked for from your network">
          <p>Wait {waitOf(state)}, then ask for a new one. Links you already have still work.</p>
        </Banner>
      );
    case "sent":
      return (
        <Banner tone="plaid" role="status" title="Look into your mailbox">
          <p>
            If {state.address} belongs to a member of the team, a sign-in link is on its way. It
            works for 15 minutes.
          </p>
        </Banner>
      );
  }
}
