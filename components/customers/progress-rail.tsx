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
          className={`min-w-0 border-l-2 pl-3 sm:border-t-2 sm:border-l-0 sm:pt-2 sm:pl-0 ${reached ? "border-primary" : "text-muted"}`}
        >
          <p className={index === current ? "font-semibold" : ""}>{label}</p>
          <p className="text-muted text-sm">
            {reached ? <Time at={at} fallback="Done" /> : "Not yet"}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Of a customer that was adopted it is known how far it came, not when. */
function stagesOf({
  status,
  clientId,
  createdAt,
  submittedAt,
  statusSince,
  enabledAt,
  ...banks
}: CustomerView): Stage[] {
  const live = status === "ACTIVE" || enabledAt !== null;
  const reviewed = status === "PENDING_ENABLEMENT" || live;
  const sent = (submittedAt !== null || clientId !== null) && !isDraft(status);
  const allBanks = banks.banksTotal > 0 && banks.banksEnabled === banks.banksTotal;
  return [
    { label: "Draft", at: createdAt, reached: true },
    { label: "Sent to Plaid", at: submittedAt, reached: sent },
    {
      label: "Approved by Plaid",
      at: status === "PENDING_ENABLEMENT" ? statusSince : null,
      reached: reviewed,
    },
    { label: "Live in Production", at: enabledAt, reached: live },
    { label: "All banks enabled", at: null, reached: live && allBanks },
  ];
}
