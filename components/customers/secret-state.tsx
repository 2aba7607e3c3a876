import { formatInstant, Time } from "@/components/ui/time";
import type { SecretView } from "@/lib/customers/model";

/** Where a secret is, without the secret. */
export function SecretState({ view }: { view: SecretView }) {
  switch (view.state) {
    case "held":
      return (
        <p>
          Received <Time at={view.receivedAt} /> and stored encrypted. Not shown to anyone yet. It
          can be revealed one time: have your password manager ready.
        </p>
      );
    case "revealed":
      return (
        <p>
          Revealed by {view.revealedBy ?? "somebody who has left"} on{" "}
          {view.revealedAt ? formatInstant(new Date(view.revealedAt)) : "an unknown day"}. Lost it?
          Rotate it in Plaid Dashboard → Developers → Keys. The old secret works until you delete
          it.
        </p>
      );
    case "not_held":
      return (
        <p>
          Plaid gives the secret only once, and it is not stored here. Get it in Plaid Dashboard →
          Developers → Keys.
        </p>
      );
  }
}
