"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useFormats } from "@/components/languages/formats";
import { SecretPanel } from "@/components/secrets/secret-panel";
import { StarterKit } from "@/components/secrets/starter-kit-panel";
import { Clock } from "@/components/secrets/texts";
import { useRound } from "@/components/secrets/use-round";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { sendOnce } from "@/components/ui/send-once";
import type { HandedOver, HandoverFacts } from "@/lib/handovers/model";

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
  const t = useTranslations("handover.receive");
  const secretNames = useTranslations("handover.secrets");
  const { list } = useFormats();
  const [state, action, pending] = useActionState(show, null);
  const { company, kinds } = link;

  if (state && "secrets" in state) {
    const { clientId, secrets, until } = state;
    const kind = secrets.at(-1)?.kind ?? "sandbox";
    return (
      <div className="flex max-w-reading flex-col gap-6">
        <h1>{t("title", { company })}</h1>
        <p>
          <span translate="no">client_id</span>: <code translate="no">{clientId}</code>
        </p>
        <SecretPanel {...{ company, clientId, secrets, until, store, hide }} />
        <StarterKit clientId={clientId} kind={kind} />
      </div>
    );
  }
  return (
    <div className="flex max-w-form flex-col gap-6">
      {state && (
        <Banner tone="blocked" role="alert" title={t("closed")}>
          <p>{t("closedNext")}</p>
        </Banner>
      )}
      <h1>{t("title", { company })}</h1>
      {openUntil ? (
        <p>{t.rich("again", { clock: () => <Clock at={openUntil} /> })}</p>
      ) : (
        <p>{t("once", { keys: list(kinds.map((kind) => secretNames(kind))) })}</p>
      )}
      <form action={action} onSubmit={sendOnce(action, pending)}>
        <Button aria-disabled={pending}>{t(openUntil ? "open" : "reveal")}</Button>
      </form>
    </div>
  );
}
