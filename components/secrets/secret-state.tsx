import { useTranslations } from "next-intl";
import { Day, formatInstant, Time } from "@/components/ui/time";
import type { SecretView } from "@/lib/secrets/model";
import { Clock } from "./texts";

/** Where a secret is, without the secret. */
export function SecretState({ view }: { view: SecretView }) {
  return (
    <p>
      <Told view={view} />
    </p>
  );
}

function Told({ view }: { view: SecretView }) {
  const t = useTranslations("secrets.state");
  switch (view.state) {
    case "held":
      return t.rich(view.pasted ? "pasted" : "received", {
        time: () => <Time at={view.receivedAt} />,
        day: () => <Day at={view.deletedAt} />,
      });
    case "promised":
      return t.rich("promised", {
        recipient: view.recipient,
        day: () => <Day at={view.expiresAt} />,
      });
    case "open":
      return t.rich(view.yours ? "yours" : "open", {
        person: view.revealedBy,
        clock: () => <Clock at={view.until} />,
      });
    case "revealed":
      return t("revealed", {
        person: view.revealedBy,
        moment: formatInstant(new Date(view.at)),
        address: view.revealedFrom,
      });
    case "handed_over":
      return t("handedOver", {
        recipient: view.recipient,
        moment: formatInstant(new Date(view.at)),
      });
    case "expired":
      return t.rich("expired", { day: () => <Day at={view.at} /> });
    case "not_held":
      return t("notHeld");
  }
}
