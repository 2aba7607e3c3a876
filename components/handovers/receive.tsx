"use client";

import { useActionState } from "react";
import { SecretPanel } from "@/components/secrets/secret-panel";
import { StarterKit } from "@/components/secrets/starter-kit-panel";
import { Clock } from "@/components/secrets/texts";
import { useRound } from "@/components/secrets/use-round";
import { sendOnce } from "@/components/send-once";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { HandedOver, HandoverFacts } from "@/lib/handovers/model";
import { secretTitles } from "@/lib/secrets/model";

export type ShowState = HandedOver | { problem: "not_openable" } | null;

type Props = {
  link: HandoverFacts;
  /** Where it was shown on this device a moment ago: how long it can be opened again. */
  openUntil: string | null;
  show: (state: ShowState, form: FormData) => Promise<ShowState>;
  store: (form: FormData) => Promise<void>;
};

export function Receive(props: Props) {
  const [round, hide] = useRound();
  return <Round key={round} {...props} hide={hide} />;
}

function Round({ link, openUntil, show, store, hide }: Props & { hide: () => void }) {
  const [state, action, pending] = useActionState(show, null);
  const { company, kinds } = link;

  if (state && "secrets" in state) {
    const { clientId, secrets, until } = state;
    const kind = secrets.at(-1)?.kind ?? "sandbox";
    return (
      <div className="flex max-w-reading flex-col gap-6">
        <h1>Keys for {company}</h1>
        <p>
          client_id: <code translate="no">{clientId}</code>
        </p>
        <SecretPanel {...{ company, clientId, secrets, until, store, hide }} />
        <StarterKit clientId={clientId} kind={kind} />
      </div>
    );
  }
  return (
    <div className="flex max-w-form flex-col gap-6">
      {state && (
        <Banner tone="blocked" role="alert" title="The keys cannot be shown right now">
          <p>Nothing is used up. Tell the company that sent you the link.</p>
        </Banner>
      )}
      <h1>Keys for {company}</h1>
      {openUntil ? (
        <p>
          You were shown the keys on this device and have not said that they are stored. Until{" "}
          <Clock at={openUntil} /> you can open them again here. Then they are deleted.
        </p>
      ) : (
        <p>
          This page shows the {kinds.map((kind) => secretTitles[kind]).join(" and ")} one time. Have
          your password manager ready.
        </p>
      )}
      <form action={action} onSubmit={sendOnce(action, pending)}>
        <Button aria-disabled={pending}>{openUntil ? "Open again" : "Reveal once"}</Button>
      </form>
    </div>
  );
}
