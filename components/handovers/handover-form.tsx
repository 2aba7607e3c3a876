"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Outcome } from "@/components/acts/outcome";
import { LanguageOptions } from "@/components/languages/language-options";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { ErrorSummary, itemsOf } from "@/components/ui/error-summary";
import { Field, SelectField } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { sendOnce } from "@/components/ui/send-once";
import { type HandoverProblem, type HandoverValues, LINK_DAYS } from "@/lib/handovers/model";
import type { SecretKind } from "@/lib/secrets/model";
import { explainHandover, inWords } from "./texts";

export type HandoverFormState = { values: HandoverValues; problem: HandoverProblem | null };

type Props = {
  /** The technical contact, until somebody else is typed. */
  initial: HandoverValues;
  /** What is held, and may be handed over by this reader. */
  kinds: SecretKind[];
  create: (state: HandoverFormState, form: FormData) => Promise<HandoverFormState>;
};

export function HandoverForm({ initial, kinds, create }: Props) {
  const t = useTranslations("handovers.form");
  const secrets = useTranslations("handover.secrets");
  const acts = useTranslations("acts");
  const [state, action, pending] = useActionState(create, { values: initial, problem: null });
  const { values, problem } = state;
  const errors = problem?.code === "incorrect" ? inWords(problem.errors, t) : {};
  const summary = itemsOf(errors, "handover-");

  return (
    <form
      action={action}
      onSubmit={sendOnce(action, pending)}
      noValidate
      className="flex max-w-form flex-col gap-6"
    >
      {summary.length > 0 && <ErrorSummary errors={summary} />}
      {problem && problem.code !== "incorrect" && (
        <Outcome {...explainHandover(problem, t, acts)} />
      )}
      <p>{t("about", { days: LINK_DAYS })}</p>
      <Fieldset
        id="handover-kinds"
        legend={t("kinds")}
        look="label"
        error={errors.kinds}
        className="gap-3"
      >
        {kinds.map((kind) => (
          <CheckboxField
            key={kind}
            name="kinds"
            id={`handover-${kind}`}
            value={kind}
            label={secrets(kind)}
            defaultChecked={values.kinds.includes(kind)}
          />
        ))}
      </Fieldset>
      <Field
        id="handover-name"
        name="name"
        label={t("name")}
        autoComplete="off"
        defaultValue={values.name}
        error={errors.name}
      />
      <Field
        id="handover-email"
        name="email"
        label={t("email")}
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={values.email}
        error={errors.email}
      />
      <SelectField
        id="handover-language"
        name="language"
        label={t("language")}
        defaultValue={values.language}
        error={errors.language}
        className="sm:max-w-60"
      >
        <LanguageOptions />
      </SelectField>
      <Button variant="secondary" aria-disabled={pending} className="self-start">
        {t(pending ? "creating" : "create")}
      </Button>
    </form>
  );
}
