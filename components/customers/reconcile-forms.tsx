"use client";

import { useActionState } from "react";
import type { Explanation } from "@/components/acts/explanation";
import { Outcome } from "@/components/acts/outcome";
import { PendingForm } from "@/components/acts/pending-form";
import { Field } from "@/components/ui/field";

/** What is wrong with what was typed, or what else keeps it from being done. */
export type ReconcileState = { typed: string; error?: string; told?: Explanation } | null;
export type Reconcile = (state: ReconcileState, form: FormData) => Promise<ReconcileState>;

export function AttachForm({
  adopt,
  words,
}: {
  adopt: Reconcile;
  words: { hint: string; attach: string; asking: string };
}) {
  const [state, action, pending] = useActionState(adopt, null);
  return (
    <PendingForm action={action} pending={pending} label={words.attach} busy={words.asking}>
      <Field
        label="client_id"
        name="clientId"
        defaultValue={state?.typed}
        error={state?.error}
        hint={words.hint}
        autoComplete="off"
        spellCheck={false}
      />
    </PendingForm>
  );
}

export function SendAgainForm({
  confirmAbsent,
  words,
}: {
  confirmAbsent: Reconcile;
  words: { about: string; name: string; hint: string; send: string; preparing: string };
}) {
  const [state, action, pending] = useActionState(confirmAbsent, null);
  return (
    <>
      {state?.told && <Outcome {...state.told} />}
      <p>{words.about}</p>
      <PendingForm
        action={action}
        pending={pending}
        label={words.send}
        busy={words.preparing}
        variant="secondary"
      >
        <Field
          label={words.name}
          name="companyName"
          defaultValue={state?.typed}
          error={state?.error}
          hint={words.hint}
          autoComplete="off"
        />
      </PendingForm>
    </>
  );
}
