"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import type { Explanation } from "@/components/acts/explanation";
import { Outcome } from "@/components/acts/outcome";
import { PendingForm } from "@/components/acts/pending-form";
import type { Revealed, SecretView } from "@/lib/secrets/model";
import { SecretPanel } from "./secret-panel";
import { SecretState } from "./secret-state";
import { useRound } from "./use-round";

export type RevealState = Revealed | { told: Explanation } | null;

type Props = {
  /** Works for a few test calls only until the customer is enabled. */
  limited: boolean;
  company: string;
  clientId: string;
  view: SecretView;
  reveal: (state: RevealState, form: FormData) => Promise<RevealState>;
  store: (form: FormData) => Promise<void>;
  /** Said instead of the button where the role lacks it; null where it does not. */
  whoElse: string | null;
  /** How one that is not here gets here. */
  paste: ReactNode;
};

export function SecretCard(props: Props) {
  const [round, hide] = useRound();
  return <Secret key={round} {...props} hide={hide} />;
}

function Secret({
  limited,
  company,
  clientId,
  view,
  reveal,
  store,
  whoElse,
  paste,
  hide,
}: Props & { hide: () => void }) {
  const t = useTranslations("secrets.card");
  const secrets = useTranslations("handover.secrets");
  const [state, action, pending] = useActionState(reveal, null);
  const title = secrets(view.kind);
  const again = view.state === "open" && view.yours;
  return (
    <section aria-label={title} className="card flex min-w-0 flex-col gap-4">
      <div>
        <h2>{title}</h2>
        {limited && <p className="text-muted">{t("limited")}</p>}
      </div>
      {state && "secret" in state ? (
        <SecretPanel
          {...{ company, clientId, store, hide }}
          secrets={[{ kind: view.kind, secret: state.secret }]}
          until={state.until}
        />
      ) : (
        <>
          {state && <Outcome {...state.told} />}
          <SecretState view={view} />
          {(view.state === "held" || again) &&
            (whoElse ? (
              <p>{whoElse}</p>
            ) : (
              <PendingForm
                {...{ action, pending }}
                label={t(again ? "again" : "reveal")}
                busy={t("opening")}
              />
            ))}
          {canPaste(view) && !whoElse && paste}
        </>
      )}
    </section>
  );
}

function canPaste({ state }: SecretView): boolean {
  return ["not_held", "expired", "revealed", "handed_over"].includes(state);
}
