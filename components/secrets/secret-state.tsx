import { Day, formatInstant, Time } from "@/components/ui/time";
import type { SecretView } from "@/lib/secrets/model";
import { Clock } from "./texts";

/** Where a secret is, without the secret. */
export function SecretState({ view }: { view: SecretView }) {
  switch (view.state) {
    case "held":
      return (
        <p>
          {view.pasted ? "Pasted" : "Received"} <Time at={view.receivedAt} /> and stored encrypted.
          Not shown to anyone yet. Deleted automatically on <Day at={view.deletedAt} />.
        </p>
      );
    case "promised":
      return (
        <p>
          A hand-over link for {view.recipient} leads to it, until <Day at={view.expiresAt} />. To
          reveal it here, revoke the link first.
        </p>
      );
    case "open":
      return view.yours ? (
        <p>
          You revealed it and have not said that it is stored. Until <Clock at={view.until} /> you
          can open it again. Then it is deleted.
        </p>
      ) : (
        <p>
          {view.revealedBy} has it open. It is deleted at <Clock at={view.until} /> at the latest.
        </p>
      );
    case "revealed":
      return (
        <p>
          Revealed by {view.revealedBy} on {formatInstant(new Date(view.at))} from{" "}
          {view.revealedFrom}. <Lost />
        </p>
      );
    case "handed_over":
      return (
        <p>
          Handed over to {view.recipient}, who saw it on {formatInstant(new Date(view.at))}.{" "}
          <Lost />
        </p>
      );
    case "expired":
      return (
        <p>
          Deleted unseen on <Day at={view.at} />, because nobody had asked for it. Get it in Plaid
          Dashboard → Developers → Keys.
        </p>
      );
    case "not_held":
      return (
        <p>
          Never received. Plaid gives the secret only once, and it is not stored here. Get it in
          Plaid Dashboard → Developers → Keys.
        </p>
      );
  }
}

function Lost() {
  return (
    <>
      Lost it? Rotate it in Plaid Dashboard → Developers → Keys. The old secret works until you
      delete it.
    </>
  );
}
