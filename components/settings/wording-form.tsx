"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary, itemsOf } from "@/components/ui/error-summary";
import { Field, TextAreaField } from "@/components/ui/field";
import { sendOnce } from "@/components/ui/send-once";
import { BODY_MAX, TITLE_MAX } from "@/lib/attestation-texts/model";
import type { FieldErrors } from "@/lib/onboarding/model";

export type WordingState = { title: string; body: string; errors: FieldErrors };

type Props = {
  initial: WordingState;
  save: (state: WordingState, form: FormData) => Promise<WordingState>;
};

/** The next version of a wording. Saving it puts nothing in force. */
export function WordingForm({ initial, save }: Props) {
  const [state, action, pending] = useActionState(save, initial);
  const { title, body, errors } = state;
  const summary = itemsOf(errors);

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
        label="Title"
        maxLength={TITLE_MAX}
        autoComplete="off"
        defaultValue={title}
        error={errors.title}
      />
      <TextAreaField
        id="body"
        name="body"
        label="Text"
        rows={5}
        maxLength={BODY_MAX}
        hint="One paragraph. {partner} and {legalEntityName} stand for the names"
        defaultValue={body}
        error={errors.body}
      />
      <Button variant="secondary" aria-disabled={pending} className="self-start">
        {pending ? "Saving…" : "Save draft"}
      </Button>
    </form>
  );
}
