import type { ReactNode } from "react";
import { SummaryList } from "@/components/ui/summary-list";
import { formatInstant } from "@/components/ui/time";
import type { KeptHeaders, SignatureFacts } from "@/lib/webhooks/model";
import { formatSeconds } from "./texts";

/** What the signature says of itself, and this server's side of it. */
export function SignatureFactsList({ facts }: { facts: SignatureFacts }) {
  const { algorithm, keyId, signedAt, receivedAt, signedSha256, bodySha256 } = facts;
  return (
    <SummaryList
      items={[
        { term: "Received, by this server’s clock", value: exactly(receivedAt) },
        { term: "Signed", value: signedAt ? <Signed {...{ signedAt, receivedAt }} /> : "Not said" },
        { term: "Algorithm named", value: code(algorithm) },
        { term: "Key id", value: code(keyId) },
        { term: "SHA-256 that was signed", value: code(signedSha256) },
        { term: "SHA-256 of the body", value: code(bodySha256) },
      ]}
    />
  );
}

function Signed({ signedAt, receivedAt }: { signedAt: string; receivedAt: string }) {
  const ageS = (Date.parse(receivedAt) - Date.parse(signedAt)) / 1_000;
  const age = formatSeconds(Math.abs(ageS));
  return (
    <>
      {exactly(signedAt)}
      <span className="block text-muted text-sm">
        {ageS < -1 ? `${age} after it came` : `${age} old when it came`}
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

function code(text: string | undefined): ReactNode {
  return text ? (
    <code translate="no" className="wrap-anywhere">
      {text}
    </code>
  ) : (
    "Not said"
  );
}

export function HeaderList({ headers }: { headers: KeptHeaders }) {
  const items = Object.entries(headers).map(([term, value]) => ({ term, value: code(value) }));
  if (items.length === 0) return <p className="text-muted">None were kept.</p>;
  return <SummaryList items={items} />;
}
