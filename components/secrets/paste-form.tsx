"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { sendOnce } from "@/components/ui/send-once";
import type { Translate } from "@/lib/languages/model";
import type { PasteError, SecretKind } from "@/lib/secrets/model";

export type PasteState = { error: PasteError } | null;
type Paste = (state: PasteState, form: FormData) => Promise<PasteState>;

/** For a secret that Plaid gave to somebody else, or in an answer that never arrived. */
export function PasteForm({ kind, paste }: { kind: SecretKind; paste: Paste }) {
  const t = useTranslations("secrets.paste");
  const secrets = useTranslations("handover.secrets");
  const [state, action, pending] = useActionState(paste, null);

  return (
    <Disclosure summary={t("title")} open={state !== null}>
      <form
        action={action}
        onSubmit={sendOnce(action, pending)}
        noValidate
        className="flex flex-col gap-4"
      >
        <Field
          id={`paste-${kind}`}
          name="secret"
          label={secrets(kind)}
          hint={t("hint")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          translate="no"
          className="font-mono"
          error={state ? explain(state.error, t) : undefined}
        />
        <Button variant="secondary" aria-disabled={pending} className="self-start">
          {t(pending ? "storing" : "store")}
        </Button>
      </form>
    </Disclosure>
  );
}

function explain(error: PasteError, t: Translate<"secrets.paste">): string {
  switch (error.code) {
    case "not_found":
      return t("errors.notFound");
    case "held":
      return t("errors.held");
    case "malformed":
      return t("errors.malformed");
    case "other_value":
      return t("errors.otherValue");
  }
}
