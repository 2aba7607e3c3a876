"use client";

import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorNote } from "@/components/ui/field-parts";
import { KeyRound } from "@/components/ui/icons";
import type { GiveState } from "./code-form";
import { explainGive } from "./texts";
import { usePasskey } from "./use-passkey";

type Props = {
  /** The question for the browser; null where this person has no passkey. */
  ask: () => Promise<PublicKeyCredentialRequestOptionsJSON | null>;
  give: (response: AuthenticationResponseJSON) => Promise<GiveState>;
};

export function PasskeyButton({ ask, give }: Props) {
  const t = useTranslations("secondFactor");
  const { state, use } = usePasskey(async () => {
    const optionsJSON = await ask();
    if (!optionsJSON) return null;
    const { startAuthentication } = await import("@simplewebauthn/browser");
    return startAuthentication({ optionsJSON });
  }, give);

  return (
    <div className="flex flex-col items-start gap-2">
      <Button
        type="button"
        variant="secondary"
        onClick={use}
        aria-disabled={state.at === "asking"}
        className="noscript:hidden"
      >
        <KeyRound className="size-5" />
        {t(state.at === "asking" ? "give.waiting" : "give.passkey")}
      </Button>
      <noscript>
        <p>{t("give.needsScript")}</p>
      </noscript>
      <div role="alert">
        {state.at === "cancelled" && <ErrorNote>{t("errors.cancelledUse")}</ErrorNote>}
        {state.at === "unable" && <ErrorNote>{t("errors.unableToUse")}</ErrorNote>}
        {state.at === "refused" && state.problem && (
          <ErrorNote>{explainGive(state.problem.code, "passkey", t)}</ErrorNote>
        )}
      </div>
    </div>
  );
}
