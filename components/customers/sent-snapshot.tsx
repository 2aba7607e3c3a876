import { CopyButton } from "@/components/ui/copy-button";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { SummaryList } from "@/components/ui/summary-list";
import { Time } from "@/components/ui/time";
import type { SentDetails } from "@/lib/customers/model";
import { attestationLabels } from "./attestation-labels";

/** Exactly what was sent, by whom, and what was confirmed about it. It never changes. */
export function SentSnapshotView({
  details: { sent, evidence },
  adopted,
}: {
  details: SentDetails;
  /** Plaid knows it from elsewhere. */
  adopted: boolean;
}) {
  return (
    <>
      {(sent || adopted) && (
        <Section title="What was sent">
          {sent ? (
            <Sent sent={sent} />
          ) : (
            <p>It was not sent from here: what Plaid was sent is not known.</p>
          )}
        </Section>
      )}
      <Section title="Confirmations">
        {evidence.length === 0 && <p className="text-muted">Not confirmed yet</p>}
        <SummaryList
          items={evidence.map(({ kind, confirmedBy, confirmedAt, textVersion, text, current }) => ({
            term: attestationLabels[kind],
            value: (
              <>
                <p>
                  Confirmed by {confirmedBy}, <Time at={confirmedAt} />, wording version{" "}
                  {textVersion}
                </p>
                <p className="text-muted text-sm">“{text}”</p>
                {!current && <p>Answers changed afterwards: confirm again before sending</p>}
              </>
            ),
          }))}
        />
      </Section>
    </>
  );
}

function Sent({ sent }: { sent: NonNullable<SentDetails["sent"]> }) {
  const { at, by, payloadSha256, requestId, json } = sent;
  return (
    <>
      <SummaryList
        items={[
          {
            term: "Sent",
            value: (
              <p>
                <Time at={at} /> by {by}
              </p>
            ),
          },
          {
            term: "SHA-256 of the answers",
            value: (
              <>
                <code translate="no">{payloadSha256}</code>
                <div className="-ml-2">
                  <CopyButton text={payloadSha256} label="Copy SHA-256" />
                </div>
              </>
            ),
          },
          ...(requestId
            ? [{ term: "request_id", value: <code translate="no">{requestId}</code> }]
            : []),
        ]}
      />
      {json && (
        <Disclosure summary="Show the answers as they were sent">
          <pre className="whitespace-pre-wrap text-sm">{json}</pre>
        </Disclosure>
      )}
    </>
  );
}
