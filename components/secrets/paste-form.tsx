"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { sendOnce } from "@/components/ui/send-once";
import { type PasteError, type SecretKind, secretTitles } from "@/lib/secrets/model";

export type PasteState = { error: PasteError } | null;
type Paste = (state: PasteState, form: FormData) => Promise<PasteState>;

/** For a secret that Plaid gave to somebody else, or in an answer that never arrived. */
export function PasteForm({ kind, paste }: { kind: SecretKind; paste: Paste }) {
  const [state, action, pending] = useActionState(paste, null);

  return (
    <Disclosure summary="Paste a secret" open={state !== null}>
      <form
        action={action}
        onSubmit={sendOnce(action, pending)}
        noValidate
        className="flex flex-col gap-4"
      >
        <Field
          id={`paste-${kind}`}
          name="secret"
          label={secretTitles[kind]}
          hint="From Plaid Dashboard → Developers → Keys. It is stored encrypted, to be handed over."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          translate="no"
          className="font-mono"
          error={state ? explain(state.error) : undefined}
        />
        <Button variant="secondary" aria-disabled={pending} className="self-start">
          {pending ? "Storing…" : "Store the secret"}
        </Button>
      </form>
    </Disclosure>
  );
}

function explain(error: PasteError): string {
  switch (error.code) {
    case "not_found":
      return "Plaid has no keys for this customer. Load the page again";
    case "held":
      return "There is one already. Load the page again to see it";
    case "malformed":
      return "Paste the secret alone: 30 or 31 letters and digits, without spaces or quotes";
    case "other_value":
      return "This is another key. Copy the value beside “secret”";
  }
}
