import type { Route } from "next";
import { nameOf } from "@/components/customers/words";
import { CopyButton } from "@/components/ui/copy-button";
import { formatCount } from "@/components/ui/counts";
import { Section } from "@/components/ui/section";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { type RequestView, requestsAddress } from "@/lib/requests/model";
import { outcomeTexts, supportMessage } from "./texts";

/** One call of the Partner API: what is known of it, and the letter to Plaid's support. */
export function RequestDetails({ call }: { call: RequestView }) {
  const { customer, requestId, httpStatus, errorCode } = call;
  const message = supportMessage(call);
  return (
    <div className="flex max-w-reading flex-col gap-12">
      <div className="flex flex-col gap-4">
        <p>{outcomeTexts[call.outcome]}</p>
        <SummaryList
          items={[
            { term: "Time", value: <Time at={call.at} /> },
            {
              term: "Customer",
              value: customer ? (
                <>
                  <TextLink href={`/customers/${customer.id}`}>{nameOf(customer)}</TextLink>
                  <span className="block">
                    {/* An address of the log's own. */}
                    <TextLink href={requestsAddress({ customerId: customer.id }) as Route}>
                      All its calls
                    </TextLink>
                  </span>
                </>
              ) : (
                "None"
              ),
            },
            { term: "HTTP status", value: httpStatus ?? "None came back" },
            { term: "error_code", value: errorCode ? <code>{errorCode}</code> : "None" },
            {
              term: "request_id",
              value: requestId ? (
                <>
                  <code translate="no" className="wrap-anywhere">
                    {requestId}
                  </code>{" "}
                  <CopyButton text={requestId} label="Copy request_id" />
                </>
              ) : (
                "None came back"
              ),
            },
            { term: "Attempt", value: call.attempt },
            { term: "Took", value: `${formatCount(call.durationMs)} ms` },
          ]}
        />
      </div>
      {call.fields && (
        <Section title="Fields that were sent">
          <p className="text-muted text-sm">Names only: no values are kept.</p>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {call.fields.map((field) => (
              <li key={field} className="min-w-0 wrap-anywhere">
                <code translate="no">{field}</code>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        title="Message to Plaid’s support"
        beside={
          <CopyButton text={message} label="Copy support message" selects="support-message" />
        }
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
