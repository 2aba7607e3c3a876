"use client";

import type {
  PublicKeyCredentialCreationOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/browser";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { ErrorNote } from "@/components/ui/field-parts";
import { type AddProblem, FACTOR_NAME_MAX, factorLabels } from "@/lib/second-factor/model";
import { explainAdd } from "./texts";
import { usePasskey } from "./use-passkey";

type Props = {
  offer: () => Promise<PublicKeyCredentialCreationOptionsJSON | null>;
  add: (response: RegistrationResponseJSON, name: string) => Promise<AddProblem | null>;
};

/** Makes a passkey on this device, or on one that is held near. */
export function PasskeyForm({ offer, add }: Props) {
  const t = useTranslations("secondFactor");
  const name = useRef<HTMLInputElement>(null);
  const { state, use } = usePasskey(
    async () => {
      const optionsJSON = await offer();
      if (!optionsJSON) return null;
      const { startRegistration } = await import("@simplewebauthn/browser");
      return startRegistration({ optionsJSON });
    },
    (response: RegistrationResponseJSON) => add(response, name.current?.value ?? ""),
  );

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void use();
  }

  return (
    <form onSubmit={onSubmit} className="flex flex-col items-start gap-6">
      <div className="w-full max-w-form noscript:hidden">
        <Field
          ref={name}
          label={t("name.label")}
          name="name"
          hint={t("name.hint")}
          defaultValue={factorLabels.passkey}
          maxLength={FACTOR_NAME_MAX}
          autoComplete="off"
        />
      </div>
      <Button aria-disabled={state.at === "asking"} className="noscript:hidden">
        {t(state.at === "asking" ? "passkey.waiting" : "passkey.create")}
      </Button>
      <noscript>
        <p>{t("passkey.needsScript")}</p>
      </noscript>
      <div role="alert">
        {state.at === "cancelled" && <ErrorNote>{t("errors.cancelledCreation")}</ErrorNote>}
        {state.at === "unable" && <ErrorNote>{t("errors.unableToCreate")}</ErrorNote>}
        {state.at === "refused" && state.problem && (
          <ErrorNote>{explainAdd(state.problem, "passkey", t)}</ErrorNote>
        )}
      </div>
    </form>
  );
}
