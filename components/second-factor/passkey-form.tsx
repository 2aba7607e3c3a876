"use client";

import type {
  PublicKeyCredentialCreationOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/browser";
import { type FormEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { ErrorNote } from "@/components/ui/field-parts";
import { type AddProblem, FACTOR_NAME_MAX } from "@/lib/second-factor/model";
import { explainAdd } from "./texts";
import { usePasskey } from "./use-passkey";

type Props = {
  offer: () => Promise<PublicKeyCredentialCreationOptionsJSON | null>;
  add: (response: RegistrationResponseJSON, name: string) => Promise<AddProblem | null>;
};

/** Makes a passkey on this device, or on one that is held near. */
export function PasskeyForm({ offer, add }: Props) {
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
          label="Name"
          name="name"
          hint="What you will recognise it by, such as the device it is on"
          defaultValue="Passkey"
          maxLength={FACTOR_NAME_MAX}
          autoComplete="off"
        />
      </div>
      <Button aria-disabled={state.at === "asking"} className="noscript:hidden">
        {state.at === "asking" ? "Waiting for your device…" : "Create a passkey"}
      </Button>
      <noscript>
        <p>
          A passkey takes JavaScript, which is off in this browser. An authenticator app works
          without it.
        </p>
      </noscript>
      <div role="alert">
        {state.at === "cancelled" && <ErrorNote>No passkey was created. Try again</ErrorNote>}
        {state.at === "unable" && (
          <ErrorNote>
            This device has no passkey to offer, or has one of yours already. Try another device
          </ErrorNote>
        )}
        {state.at === "refused" && state.problem && (
          <ErrorNote>{explainAdd(state.problem, "passkey")}</ErrorNote>
        )}
      </div>
    </form>
  );
}
