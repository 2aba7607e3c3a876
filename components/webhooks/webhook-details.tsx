import type { Route } from "next";
import { useTranslations } from "next-intl";
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
import { explainCause, formatDone } from "./texts";

/** One webhook: what came of it and why, and everything that was kept of it. */
export function WebhookDetails({ webhook }: { webhook: WebhookView }) {
  const t = useTranslations("webhooks");
  return (
    <div className="flex max-w-reading flex-col gap-12">
      <div className="flex flex-col items-start gap-4">
        <Cause webhook={webhook} />
        {mayReplay(webhook) && (
          <ButtonLink
            variant="secondary"
            href={`/admin/webhooks/${encodeURIComponent(webhook.id)}/replay` as Route}
          >
            {t("details.replay")}
          </ButtonLink>
        )}
        <Facts webhook={webhook} />
      </div>
      {webhook.effect && (
        <Section title={t("effect.title")}>
          {webhook.effect.length > 0 ? (
            <Effects effects={webhook.effect} />
          ) : (
            <p>{t("effect.nothing")}</p>
          )}
        </Section>
      )}
      <Section title={t("verification.title")}>
        <VerificationChecklist cause={webhook.cause} />
      </Section>
      <Section title={t("signature.title")}>
        <SignatureFactsList facts={webhook.facts} />
      </Section>
      <Section title={t("body.title")}>
        <WebhookBody body={webhook.body} />
      </Section>
      <Section title={t("headers.title")}>
        <HeaderList headers={webhook.headers} />
      </Section>
    </div>
  );
}

function Cause({ webhook: { verdict, cause, facts, lastFailure, clientId } }: Props) {
  const t = useTranslations("webhooks");
  if (cause) {
    const { cause: said, fix } = explainCause(cause, facts, t);
    return (
      <Banner tone="blocked" title={said}>
        <p>{fix}</p>
      </Banner>
    );
  }
  if (verdict === "rejected") return null;
  const tone = verdict === "failed" || verdict === "orphan" ? "you" : "neutral";
  return (
    <Banner tone={tone} title={t(`meanings.${verdict}`)}>
      {lastFailure && (
        <p>
          {t.rich("details.lastCause", {
            cause: lastFailure,
            code: (chunks) => <code translate="no">{chunks}</code>,
          })}
        </p>
      )}
      {verdict === "orphan" && (
        <p>
          <TextLink
            tone="inherit"
            href={`/customers/adopt?client_id=${encodeURIComponent(clientId ?? "")}` as Route}
          >
            {t("details.adopt")}
          </TextLink>
        </p>
      )}
    </Banner>
  );
}

type Props = { webhook: WebhookView };

function Facts({ webhook }: Props) {
  const t = useTranslations("webhooks");
  const { customer, clientId, bank, status, attempts, lastReceivedAt, doneAfterMs } = webhook;
  const items = [
    { term: t("details.received"), value: <Time at={webhook.at} /> },
    ...(attempts > 1
      ? [
          {
            term: t("details.cameAgain"),
            value: t.rich("details.times", {
              attempts,
              at: lastReceivedAt ?? "",
              time: () => <Time at={lastReceivedAt} />,
            }),
          },
        ]
      : []),
    ...(clientId
      ? [
          {
            term: t("details.customer"),
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
    ...(bank ? [{ term: t("details.bank"), value: bank }] : []),
    ...(status ? [{ term: t("details.status"), value: describeRegistration(status).label }] : []),
    ...(doneAfterMs === null || webhook.verdict === "failed"
      ? []
      : [{ term: t("details.doneAfter"), value: formatDone(doneAfterMs, t) }]),
    ...(webhook.replayedAt
      ? [{ term: t("details.replayed"), value: <Time at={webhook.replayedAt} /> }]
      : []),
  ];
  return (
    <div className="w-full">
      <SummaryList items={items} />
    </div>
  );
}
