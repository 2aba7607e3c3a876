"use client";

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
  const [state, action, pending] = useActionState(confirm, null);
  const error = state ? explainAdd(state.problem, "code") : undefined;
  return (
    <div className="flex max-w-form flex-col gap-6">
      {error && <ErrorSummary errors={[{ href: "#code", message: error }]} />}
      <ol className="flex list-decimal flex-col gap-6 pl-6">
        <li>
          <p className="mb-3">Scan this code with your authenticator app.</p>
          <QrImage {...qr} />
        </li>
        <li>
          <p className="mb-1">If you cannot scan it, type this key into the app instead:</p>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <code id="totp-key" translate="no" className="wrap-anywhere">
              {inFours(secret)}
            </code>
            <CopyButton text={secret} label="Copy key" selects="totp-key" />
          </p>
        </li>
        <li>
          <p className="mb-3">Enter the code that the app shows now.</p>
          <PendingForm action={action} pending={pending} label="Turn on" busy="Checking…">
            <div className="flex flex-col gap-6">
              <CodeField error={error} />
              <Field
                label="Name"
                name="name"
                hint="What you will recognise it by, such as the device it is on"
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
