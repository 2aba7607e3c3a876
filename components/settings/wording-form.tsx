"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary, itemsOf } from "@/components/ui/error-summary";
import { Field, TextAreaField } from "@/components/ui/field";
import { sendOnce } from "@/components/ui/send-once";
import { BODY_MAX, placeholders, TITLE_MAX } from "@/lib/attestation-texts/model";
import type { FieldErrors } from "@/lib/onboarding/model";

export type WordingState = { title: string; body: string; errors: FieldErrors };

type Props = {
  initial: WordingState;
  save: (state: WordingState, form: FormData) => Promise<WordingState>;
};

/** The next version of a wording. Saving it puts nothing in force. */
export function WordingForm({ initial, save }: Props) {
  const t = useTranslations("settings.wording.form");
  const [state, action, pending] = useActionState(save, initial);
  const { title, body, errors } = state;
  const summary = itemsOf(errors);
  const [partner, legalEntityName] = placeholders;

  return (
    <form
      action={action}
      onSubmit={sendOnce(action, pending)}
      noValidate
      className="flex flex-col gap-6"
    >
      {summary.length > 0 && <ErrorSummary errors={summary} />}
      <Field
        id="title"
        name="title"
        label={t("title")}
        maxLength={TITLE_MAX}
        autoComplete="off"
        defaultValue={title}
        error={errors.title}
      />
      <TextAreaField
        id="body"
        name="body"
        label={t("body.label")}
        rows={5}
        maxLength={BODY_MAX}
        hint={t("body.hint", { partner, legalEntityName })}
        defaultValue={body}
        error={errors.body}
      />
      <Button variant="secondary" aria-disabled={pending} className="self-start">
        {t(pending ? "saving" : "save")}
      </Button>
    </form>
  );
}
