"use client";

import { KeysNote } from "@/components/customers/keys-note";
import { HandoverForm } from "@/components/handovers/handover-form";
import { HandoverList } from "@/components/handovers/handover-list";
import { ClientIdCard } from "@/components/secrets/client-id-card";
import { PasteForm } from "@/components/secrets/paste-form";
import { SecretCard } from "@/components/secrets/secret-card";
import { SecretPanel } from "@/components/secrets/secret-panel";
import { SecretState } from "@/components/secrets/secret-state";
import { StarterKit } from "@/components/secrets/starter-kit-panel";
import type { HandoverView } from "@/lib/handovers/model";
import type { SecretView } from "@/lib/secrets/model";
import { OnDemand } from "./on-demand";
import { LONG_NAME, minutesAgo } from "./samples";
import { Room, Specimen } from "./specimen";

const nothing = async () => null;
const nowhere = async () => {};
const clientId = "fbe924ebbed58cf6a002f87a";
const kind = "production";
const at = minutesAgo(5);
const later = minutesAgo(-5);
const recipient = "ana.ruiz@acme.example";

const held: SecretView = { kind, state: "held", receivedAt: at, pasted: false, deletedAt: later };
const cards: SecretView[] = [
  held,
  { kind: "sandbox", state: "open", until: later, yours: true, revealedBy: LONG_NAME },
];
const others: SecretView[] = [
  { ...held, pasted: true },
  { kind, state: "promised", recipient, expiresAt: later },
  { kind, state: "open", until: later, yours: false, revealedBy: LONG_NAME },
  { kind, state: "revealed", at, revealedBy: LONG_NAME, revealedFrom: "203.0.113.7" },
  { kind, state: "handed_over", at, recipient },
  { kind, state: "expired", at },
  { kind, state: "not_held" },
];

const sent: HandoverView = {
  ...{ id: "hov_1", kinds: ["sandbox", "production"], name: "Ana Ruiz", email: recipient },
  ...{ state: "sent", delivery: { state: "sent", at }, createdBy: LONG_NAME, createdAt: at },
  ...{ expiresAt: later, openedAt: null, codeGivenAt: null, lockedAt: null, revokedAt: null },
  ...{ revealedAt: null, revealedFrom: null, storedAt: null },
};
const shown = { openedAt: at, codeGivenAt: at, revealedAt: at, revealedFrom: "203.0.113.7" };
const handovers: HandoverView[] = [
  sent,
  { ...sent, id: "hov_2", delivery: { state: "refused", at, refusal: "550 No such mailbox" } },
  { ...sent, id: "hov_3", state: "locked", openedAt: at, lockedAt: at },
  { ...sent, id: "hov_4", state: "revealed", ...shown, storedAt: at },
  { ...sent, id: "hov_5", state: "revoked", revokedAt: at },
  { ...sent, id: "hov_6", state: "expired", email: `${"long".repeat(20)}@acme.example` },
];

export function Keys() {
  return (
    <Room title="Keys">
      <Specimen of="KeysNote">
        <KeysNote id="cus_sample" secrets={[held]} />
      </Specimen>
      <Specimen of="ClientIdCard, SecretCard">
        <ClientIdCard clientId={clientId} />
        {cards.map((view) => (
          <SecretCard
            key={view.kind}
            limited={view.state === "held"}
            company={LONG_NAME}
            clientId={clientId}
            view={view}
            reveal={nothing}
            store={nowhere}
            whoElse={null}
            paste={null}
          />
        ))}
      </Specimen>
      <Specimen of="SecretState">
        {others.map((view) => (
          <SecretState key={JSON.stringify(view)} view={view} />
        ))}
      </Specimen>
      <Specimen of="PasteForm, StarterKit">
        <PasteForm kind={kind} paste={nothing} />
        <StarterKit clientId={clientId} kind={kind} />
      </Specimen>
      <Specimen of="HandoverForm, HandoverList">
        <HandoverForm
          kinds={["sandbox", "production"]}
          initial={{ name: LONG_NAME, email: recipient, language: "en", kinds: ["production"] }}
          create={async (state) => ({ ...state, problem: { code: "sign_in_again" } })}
        />
        <HandoverList handovers={handovers} revokeOf={() => null} />
      </Specimen>
      <Specimen of="SecretPanel, which takes the focus">
        <OnDemand what="the secret">
          <SecretPanel
            company={LONG_NAME}
            clientId={clientId}
            secrets={[{ kind, secret: "2f6b9d0c4e8a17355b1c9e02d7f4a6" }]}
            until={later}
            store={nowhere}
            hide={() => {}}
          />
        </OnDemand>
      </Specimen>
    </Room>
  );
}
