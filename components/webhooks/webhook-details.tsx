import type { Route } from "next";
import { nameOf } from "@/components/customers/words";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { describeRegistration } from "@/lib/institutions/model";
import { mayReplay, type WebhookView } from "@/lib/webhooks/model";
import { WebhookBody } from "./body";
import { VerificationChecklist } from "./checklist";
import { Effects } from "./effects";
import { HeaderList, SignatureFactsList } from "./facts";
import { explainCause, formatDone, verdictTexts } from "./texts";

/** One webhook: what came of it and why, and everything that was kept of it. */
export function WebhookDetails({ webhook }: { webhook: WebhookView }) {
  return (
    <div className="flex max-w-reading flex-col gap-12">
      <div className="flex flex-col items-start gap-4">
        <Cause webhook={webhook} />
        {mayReplay(webhook) && (
          <ButtonLink
            variant="secondary"
            href={`/admin/webhooks/${encodeURIComponent(webhook.id)}/replay` as Route}
          >
            Replay
          </ButtonLink>
        )}
        <Facts webhook={webhook} />
      </div>
      {webhook.effect && (
        <Section title="Effect">
          {webhook.effect.length > 0 ? (
            <Effects effects={webhook.effect} />
          ) : (
            <p>Nothing changed: already known.</p>
          )}
        </Section>
      )}
      <Section title="Verification">
        <VerificationChecklist cause={webhook.cause} />
      </Section>
      <Section title="Signature">
        <SignatureFactsList facts={webhook.facts} />
      </Section>
      <Section title="Body">
        <WebhookBody body={webhook.body} />
      </Section>
      <Section title="Headers">
        <HeaderList headers={webhook.headers} />
      </Section>
    </div>
  );
}

function Cause({ webhook: { verdict, cause, facts, lastFailure, clientId } }: Props) {
  if (cause) {
    const { cause: said, fix } = explainCause(cause, facts);
    return (
      <Banner tone="blocked" title={said}>
        <p>{fix}</p>
      </Banner>
    );
  }
  if (verdict === "rejected") return null;
  const tone = verdict === "failed" || verdict === "orphan" ? "you" : "neutral";
  return (
    <Banner tone={tone} title={verdictTexts[verdict]}>
      {lastFailure && (
        <p>
          Last cause: <code translate="no">{lastFailure}</code>
        </p>
      )}
      {verdict === "orphan" && (
        <p>
          <TextLink
            tone="inherit"
            href={`/customers/adopt?client_id=${encodeURIComponent(clientId ?? "")}` as Route}
          >
            Adopt it
          </TextLink>
        </p>
      )}
    </Banner>
  );
}

type Props = { webhook: WebhookView };

function Facts({ webhook }: Props) {
  const { customer, clientId, bank, status, attempts, lastReceivedAt, doneAfterMs } = webhook;
  const items = [
    { term: "Received", value: <Time at={webhook.at} /> },
    ...(attempts > 1
      ? [
          {
            term: "Came again",
            value: (
              <>
                {attempts} times in all, last <Time at={lastReceivedAt} />. Already processed.
              </>
            ),
          },
        ]
      : []),
    ...(clientId
      ? [
          {
            term: "Customer",
            value: (
              <>
                {customer && (
                  <TextLink href={`/customers/${customer.id}`} className="wrap-anywhere">
                    {nameOf(customer)}
                  </TextLink>
                )}
                <code translate="no" className="block wrap-anywhere">
                  {clientId}
                </code>
              </>
            ),
          },
        ]
      : []),
    ...(bank ? [{ term: "Bank", value: bank }] : []),
    ...(status ? [{ term: "Status it tells of", value: describeRegistration(status).label }] : []),
    ...(doneAfterMs === null || webhook.verdict === "failed"
      ? []
      : [{ term: "Done after", value: formatDone(doneAfterMs) }]),
    ...(webhook.replayedAt ? [{ term: "Replayed", value: <Time at={webhook.replayedAt} /> }] : []),
  ];
  return (
    <div className="w-full">
      <SummaryList items={items} />
    </div>
  );
}
