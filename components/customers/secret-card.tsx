"use client";

import { useActionState, useState } from "react";
import type { RevealError, SecretView } from "@/lib/customers/model";
import { Outcome } from "./outcome";
import { PendingForm } from "./pending-form";
import { explainReveal } from "./problem-texts";
import { SecretPanel } from "./secret-panel";
import { SecretState } from "./secret-state";

export type RevealState = { secret: string } | { error: RevealError } | null;
type RevealAction = (state: RevealState, form: FormData) => Promise<RevealState>;

type Props = {
  title: string;
  /** Works for a few test calls only until the customer is enabled. */
  limited: boolean;
  company: string;
  view: SecretView;
  /** Where "Done" leads without JavaScript. */
  keysPath: string;
  reveal: RevealAction;
  /** Said instead of the button where the role lacks it; null where it does not. */
  whoElse: string | null;
};

/** Made anew after "Done": nothing of the secret stays in the page. */
export function SecretCard(props: Props) {
  const [round, setRound] = useState(0);
  return <Secret key={round} {...props} done={() => setRound(round + 1)} />;
}

function Secret({
  title,
  limited,
  company,
  view,
  keysPath,
  reveal,
  whoElse,
  done,
}: Props & { done: () => void }) {
  const [state, action, pending] = useActionState(reveal, null);
  return (
    <section aria-label={title} className="card flex flex-col gap-4">
      <h2>{title}</h2>
      {limited && <p>Limited until the customer is enabled in Production.</p>}
      {state && "secret" in state ? (
        <SecretPanel
          label={`${title} for ${company}`}
          secret={state.secret}
          keysPath={keysPath}
          done={done}
        />
      ) : (
        <>
          {state && <Outcome {...explainReveal(state.error)} />}
          <SecretState view={view} />
          {view.state === "held" &&
            (whoElse ? (
              <p>{whoElse}</p>
            ) : (
              <PendingForm action={action} pending={pending} label="Reveal once" busy="Opening…" />
            ))}
        </>
      )}
    </section>
  );
}
