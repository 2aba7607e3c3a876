"use client";

import { ClientIdCard } from "@/components/customers/client-id-card";
import { KeysNote } from "@/components/customers/keys-note";
import { SecretCard } from "@/components/customers/secret-card";
import { SecretPanel } from "@/components/customers/secret-panel";
import type { SecretView } from "@/lib/customers/model";
import { OnDemand } from "./on-demand";
import { LONG_NAME, minutesAgo } from "./samples";
import { Room, Specimen } from "./specimen";

const nothing = async () => null;

const held: SecretView = {
  kind: "production",
  state: "held",
  receivedAt: minutesAgo(5),
  revealedAt: null,
  revealedBy: null,
};
const views: [title: string, view: SecretView][] = [
  ["A secret that is held", held],
  [
    "A secret that was revealed",
    { ...held, state: "revealed", revealedAt: minutesAgo(1), revealedBy: LONG_NAME },
  ],
  ["A secret that is not held", { ...held, state: "not_held", receivedAt: null }],
];

export function Keys() {
  return (
    <Room title="Keys">
      <Specimen of="KeysNote">
        <KeysNote id="cus_sample" secrets={[held]} />
      </Specimen>
      <Specimen of="ClientIdCard, SecretCard">
        <ClientIdCard clientId="fbe924ebbed58cf6a002f87a" />
        {views.map(([title, view]) => (
          <SecretCard
            key={title}
            title={title}
            limited={view.state === "held"}
            company={LONG_NAME}
            view={view}
            keysPath="/dev/gallery"
            reveal={nothing}
            whoElse={null}
          />
        ))}
      </Specimen>
      <Specimen of="SecretPanel, which takes the focus">
        <OnDemand what="the secret">
          <SecretPanel
            label="Sample secret"
            secret="2f6b9d0c4e8a17355b1c9e02d7f4a6"
            keysPath="/dev/gallery"
            done={() => {}}
          />
        </OnDemand>
      </Specimen>
    </Room>
  );
}
