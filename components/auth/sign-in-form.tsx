"use client";

import { useTranslations } from "next-intl";
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

export function SignInForm({ email: known, returnTo, requestLink }: Props) {
  const t = useTranslations("auth.form");
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
            label={t("email")}
            name="email"
            type="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={email}
            key={email}
            error={state.step === "malformed" ? t("errors.malformed") : undefined}
          />
        )}
        <Button aria-disabled={pending}>{t("send")}</Button>
      </form>
    </div>
  );
}

function Answer({ state }: { state: SignInState }) {
  const t = useTranslations("auth.form");
  switch (state.step) {
    case "ask":
      return null;
    case "malformed":
      return <ErrorSummary errors={[{ href: "#email", message: t("errors.malformed") }]} />;
    case "too_many":
      return (
        <Banner tone="you" role="alert" title={t("tooMany")}>
          <p>{t("tooManyNext", { wait: waitOf(state) })}</p>
        </Banner>
      );
    case "sent":
      return (
        <Banner tone="plaid" role="status" title={t("sent")}>
          <p>{t("sentNext", { address: state.address })}</p>
        </Banner>
      );
  }
}
