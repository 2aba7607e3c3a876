"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { PendingForm } from "@/components/acts/pending-form";
import { CopyButton } from "@/components/ui/copy-button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { type AddProblem, FACTOR_NAME_MAX, factorLabels } from "@/lib/second-factor/model";
import { CodeField } from "./code-form";
import { QrImage } from "./qr-image";
import { explainAdd } from "./texts";

export type ConfirmState = { problem: AddProblem; name: string } | null;

type Props = {
  secret: string;
  qr: { size: number; path: string };
  confirm: (state: ConfirmState, form: FormData) => Promise<ConfirmState>;
};

/** The secret for the app, and the code that proves that it arrived. */
export function AuthenticatorForm({ secret, qr, confirm }: Props) {
  const t = useTranslations("secondFactor");
  const [state, action, pending] = useActionState(confirm, null);
  const error = state ? explainAdd(state.problem, "code", t) : undefined;
  return (
    <div className="flex max-w-form flex-col gap-6">
      {error && <ErrorSummary errors={[{ href: "#code", message: error }]} />}
      <ol className="flex list-decimal flex-col gap-6 pl-6">
        <li>
          <p className="mb-3">{t("authenticator.scan")}</p>
          <QrImage {...qr} />
        </li>
        <li>
          <p className="mb-1">{t("authenticator.type")}</p>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <code id="totp-key" translate="no" className="wrap-anywhere">
              {inFours(secret)}
            </code>
            <CopyButton text={secret} label={t("authenticator.copy")} selects="totp-key" />
          </p>
        </li>
        <li>
          <p className="mb-3">{t("authenticator.enter")}</p>
          <PendingForm
            action={action}
            pending={pending}
            label={t("authenticator.turnOn")}
            busy={t("authenticator.checking")}
          >
            <div className="flex flex-col gap-6">
              <CodeField error={error} />
              <Field
                label={t("name.label")}
                name="name"
                hint={t("name.hint")}
                defaultValue={state?.name ?? factorLabels.totp}
                maxLength={FACTOR_NAME_MAX}
                autoComplete="off"
              />
            </div>
          </PendingForm>
        </li>
      </ol>
    </div>
  );
}

function inFours(secret: string): string {
  return secret.replaceAll(/.{4}(?!$)/g, "$& ");
}
