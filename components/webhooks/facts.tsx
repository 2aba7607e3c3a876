import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SummaryList } from "@/components/ui/summary-list";
import { formatInstant } from "@/components/ui/time";
import type { KeptHeaders, SignatureFacts } from "@/lib/webhooks/model";
import { formatSeconds } from "./texts";

/** What the signature says of itself, and this server's side of it. */
export function SignatureFactsList({ facts }: { facts: SignatureFacts }) {
  const t = useTranslations("webhooks.signature");
  const { algorithm, keyId, signedAt, receivedAt, signedSha256, bodySha256 } = facts;
  return (
    <SummaryList
      items={[
        { term: t("received"), value: exactly(receivedAt) },
        {
          term: t("signed"),
          value: signedAt ? <Signed {...{ signedAt, receivedAt }} /> : t("notSaid"),
        },
        { term: t("algorithm"), value: <Said text={algorithm} /> },
        { term: t("keyId"), value: <Said text={keyId} /> },
        { term: t("signedHash"), value: <Said text={signedSha256} /> },
        { term: t("bodyHash"), value: <Said text={bodySha256} /> },
      ]}
    />
  );
}

function Signed({ signedAt, receivedAt }: { signedAt: string; receivedAt: string }) {
  const t = useTranslations("webhooks");
  const ageS = (Date.parse(receivedAt) - Date.parse(signedAt)) / 1_000;
  const age = formatSeconds(Math.abs(ageS), t);
  return (
    <>
      {exactly(signedAt)}
      <span className="block text-muted text-sm">
        {t(ageS < -1 ? "signature.early" : "signature.old", { age })}
      </span>
    </>
  );
}

const seconds = new Intl.DateTimeFormat("en-GB", { second: "2-digit", timeZone: "UTC" });

function exactly(at: string): ReactNode {
  const instant = new Date(at);
  const second = seconds.format(instant).padStart(2, "0");
  return <time dateTime={at}>{formatInstant(instant).replace(" UTC", `:${second} UTC`)}</time>;
}

function Said({ text }: { text: string | undefined }) {
  const t = useTranslations("webhooks.signature");
  return text ? (
    <code translate="no" className="wrap-anywhere">
      {text}
    </code>
  ) : (
    t("notSaid")
  );
}

export function HeaderList({ headers }: { headers: KeptHeaders }) {
  const t = useTranslations("webhooks.headers");
  const items = Object.entries(headers).map(([term, value]) => ({
    term,
    value: <Said text={value} />,
  }));
  if (items.length === 0) return <p className="text-muted">{t("none")}</p>;
  return <SummaryList items={items} />;
}
