"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { PendingForm } from "@/components/acts/pending-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import type { GiveProblem } from "@/lib/second-factor/model";
import { explainGive } from "./texts";

export type GiveState = GiveProblem | null;

type Props = {
  way: "code" | "recovery";
  give: (state: GiveState, form: FormData) => Promise<GiveState>;
};

/** Digits of an app, or a recovery code. Nothing is sent before the button is pressed. */
export function CodeForm({ way, give }: Props) {
  const t = useTranslations("secondFactor");
  const [state, action, pending] = useActionState(give, null);
  const error = state ? explainGive(state.code, way, t) : undefined;
  return (
    <div className="flex flex-col gap-6">
      {error && <ErrorSummary errors={[{ href: "#code", message: error }]} />}
      <PendingForm
        action={action}
        pending={pending}
        label={t("give.continue")}
        busy={t("give.checking")}
      >
        {way === "code" ? (
          <CodeField error={error} />
        ) : (
          <Field
            label={t("give.recoveryCode")}
            name="code"
            hint={t("give.recoveryHint")}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            className="tabular-nums"
            error={error}
          />
        )}
      </PendingForm>
    </div>
  );
}

/** Six digits in one field: they can be pasted, and a phone can fill them in. */
export function CodeField({ error }: { error: string | undefined }) {
  const t = useTranslations("secondFactor.code");
  return (
    <Field
      label={t("label")}
      name="code"
      hint={t("hint")}
      inputMode="numeric"
      autoComplete="one-time-code"
      className="max-w-48 tabular-nums"
      error={error}
    />
  );
}
