import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { SummaryList } from "@/components/ui/summary-list";
import { Time } from "@/components/ui/time";
import type { SentDetails } from "@/lib/customers/model";

/** Exactly what was sent, by whom, and what was confirmed about it. It never changes. */
export function SentSnapshotView({
  details: { sent, evidence },
  adopted,
}: {
  details: SentDetails;
  /** Plaid knows it from elsewhere. */
  adopted: boolean;
}) {
  const t = useTranslations("customers.details");
  return (
    <>
      {(sent || adopted) && (
        <Section title={t("snapshot.title")}>
          {sent ? <Sent sent={sent} /> : <p>{t("snapshot.elsewhere")}</p>}
        </Section>
      )}
      <Section title={t("confirmations.title")}>
        {evidence.length === 0 && <p className="text-muted">{t("confirmations.none")}</p>}
        <SummaryList
          items={evidence.map(({ kind, confirmedBy, confirmedAt, textVersion, text, current }) => ({
            term: t(`confirmations.${kind}`),
            value: (
              <>
                <p>
                  {t.rich("confirmations.confirmed", {
                    by: confirmedBy,
                    at: confirmedAt,
                    time: () => <Time at={confirmedAt} />,
                    version: textVersion,
                  })}
                </p>
                <p className="text-muted text-sm">{t("confirmations.text", { text })}</p>
                {!current && <p>{t("confirmations.changed")}</p>}
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
  const t = useTranslations("customers.details.snapshot");
  return (
    <>
      <SummaryList
        items={[
          {
            term: t("sent"),
            value: <p>{t.rich("sentBy", { at, by, time: () => <Time at={at} /> })}</p>,
          },
          {
            term: t("hash"),
            value: (
              <>
                <code translate="no">{payloadSha256}</code>
                <div className="-ml-2">
                  <CopyButton text={payloadSha256} label={t("copyHash")} />
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
        <Disclosure summary={t("json")}>
          <pre className="whitespace-pre-wrap text-sm">{json}</pre>
        </Disclosure>
      )}
    </>
  );
}
