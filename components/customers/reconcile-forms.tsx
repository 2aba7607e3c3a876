"use client";

import { useActionState } from "react";
import type { Explanation } from "@/components/acts/explanation";
import { Outcome } from "@/components/acts/outcome";
import { PendingForm } from "@/components/acts/pending-form";
import { Field } from "@/components/ui/field";

/** What is wrong with what was typed, or what else keeps it from being done. */
export type ReconcileState = { typed: string; error?: string; told?: Explanation } | null;
export type Reconcile = (state: ReconcileState, form: FormData) => Promise<ReconcileState>;

export function AttachForm({ adopt }: { adopt: Reconcile }) {
  const [state, action, pending] = useActionState(adopt, null);
  return (
    <PendingForm action={action} pending={pending} label="Attach" busy="Asking Plaid…">
      <Field
        label="client_id"
        name="clientId"
        defaultValue={state?.typed}
        error={state?.error}
        hint="24 letters and digits, from the summary"
        autoComplete="off"
        spellCheck={false}
      />
    </PendingForm>
  );
}

export function SendAgainForm({
  company,
  confirmAbsent,
}: {
  company: string;
  confirmAbsent: Reconcile;
}) {
  const [state, action, pending] = useActionState(confirmAbsent, null);
  return (
    <>
      {state?.told && <Outcome {...state.told} />}
      <p>
        Possible 15 minutes after the attempt. You check the answers once more, then press Send to
        Plaid.
      </p>
      <PendingForm
        action={action}
        pending={pending}
        label="Send again"
        busy="Preparing…"
        variant="secondary"
      >
        <Field
          label="Company name"
          name="companyName"
          defaultValue={state?.typed}
          error={state?.error}
          hint={`Type ${company} to confirm that you looked and it is not there`}
          autoComplete="off"
        />
      </PendingForm>
    </>
  );
}
