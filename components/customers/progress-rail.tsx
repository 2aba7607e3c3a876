import { Time } from "@/components/ui/time";
import type { CustomerView } from "@/lib/customers/model";
import { isDraft } from "@/lib/statuses/model";

type Stage = { label: string; at: string | null; reached: boolean };

/** Where the customer is on its way; a list to read, not to press. */
export function ProgressRail({ customer }: { customer: CustomerView }) {
  const stages = stagesOf(customer);
  const current = stages.findLastIndex((stage) => stage.reached);
  return (
    <ol className="grid gap-x-3 gap-y-2 sm:grid-cols-5">
      {stages.map(({ label, at, reached }, index) => (
        <li
          key={label}
          aria-current={index === current ? "step" : undefined}
          className={`min-w-0 border-l-2 pl-3 sm:border-t-2 sm:border-l-0 sm:pt-2 sm:pl-0 ${reached ? "border-primary" : "text-muted forced-colors:border-dashed"}`}
        >
          <p className={index === current ? "font-semibold" : ""}>{label}</p>
          <p className="text-muted text-sm">
            {reached ? <Time at={at} fallback={index === current ? "Now" : "Done"} /> : "Not yet"}
          </p>
        </li>
      ))}
    </ol>
  );
}

/**
 * Plaid tells when it approved only by being asked: afterwards that time is not known. Of a customer
 * that was adopted it is known how far it came, not when.
 */
function stagesOf(customer: CustomerView): Stage[] {
  const { status, clientId, createdAt, submittedAt, statusSince, enabledAt } = customer;
  const { banksTotal, banksEnabled } = customer;
  const sent = (submittedAt !== null || clientId !== null) && !isDraft(status);
  const enabled = enabledAt !== null || status === "ACTIVE";
  const approved = status === "PENDING_ENABLEMENT";
  const inReview = sent && !["SUBMITTING", "SUBMIT_UNKNOWN", "REMOVED"].includes(status);
  return [
    { label: "Draft", at: createdAt, reached: true },
    { label: "Submitted", at: submittedAt, reached: sent },
    {
      label: approved || enabled ? "Approved by Plaid" : "Plaid review",
      at: approved || status === "UNDER_REVIEW" ? statusSince : null,
      reached: enabled || inReview,
    },
    { label: "Enabled", at: enabledAt, reached: enabled },
    {
      label: banksTotal > 0 ? `Banks ${banksEnabled} of ${banksTotal}` : "Banks",
      at: null,
      reached: enabled && banksTotal > 0 && banksEnabled === banksTotal,
    },
  ];
}
