import type { Route } from "next";
import { useTranslations } from "next-intl";
import { nameOf } from "@/components/customers/words";
import { CopyButton } from "@/components/ui/copy-button";
import { formatCount } from "@/components/ui/counts";
import { Section } from "@/components/ui/section";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { type RequestView, requestsAddress } from "@/lib/requests/model";
import { supportMessage } from "./texts";

/** One call of the Partner API: what is known of it, and the letter to Plaid's support. */
export function RequestDetails({ call }: { call: RequestView }) {
  const t = useTranslations("requests");
  const { customer, requestId, httpStatus, errorCode } = call;
  const message = supportMessage(call, t);
  return (
    <div className="flex max-w-reading flex-col gap-12">
      <div className="flex flex-col gap-4">
        <p>{t(`meanings.${call.outcome}`)}</p>
        <SummaryList
          items={[
            { term: t("details.time"), value: <Time at={call.at} /> },
            {
              term: t("details.customer"),
              value: customer ? (
                <>
                  <TextLink href={`/customers/${customer.id}`}>{nameOf(customer)}</TextLink>
                  <span className="block">
                    {/* An address of the log's own. */}
                    <TextLink href={requestsAddress({ customerId: customer.id }) as Route}>
                      {t("details.allCalls")}
                    </TextLink>
                  </span>
                </>
              ) : (
                t("details.none")
              ),
            },
            { term: t("details.httpStatus"), value: httpStatus ?? t("details.noneCameBack") },
            { term: "error_code", value: errorCode ? <code>{errorCode}</code> : t("details.none") },
            {
              term: "request_id",
              value: requestId ? (
                <>
                  <code translate="no" className="wrap-anywhere">
                    {requestId}
                  </code>{" "}
                  <CopyButton text={requestId} label={t("details.copyRequestId")} />
                </>
              ) : (
                t("details.noneCameBack")
              ),
            },
            { term: t("details.attempt"), value: call.attempt },
            {
              term: t("details.took"),
              value: t("details.ms", { ms: formatCount(call.durationMs) }),
            },
          ]}
        />
      </div>
      {call.fields && <SentFields fields={call.fields} />}
      <Section
        title={t("letter.title")}
        beside={<CopyButton text={message} label={t("letter.copy")} selects="support-message" />}
      >
        <pre
          id="support-message"
          translate="no"
          className="whitespace-pre-wrap rounded-card border bg-surface p-3 text-sm wrap-anywhere"
        >
          {message}
        </pre>
      </Section>
    </div>
  );
}

function SentFields({ fields }: { fields: string[] }) {
  const t = useTranslations("requests.details");
  return (
    <Section title={t("fields")}>
      <p className="text-muted text-sm">{t("namesOnly")}</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {fields.map((field) => (
          <li key={field} className="min-w-0 wrap-anywhere">
            <code translate="no">{field}</code>
          </li>
        ))}
      </ul>
    </Section>
  );
}
