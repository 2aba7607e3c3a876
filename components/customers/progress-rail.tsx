import { useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";
import type { CustomerView } from "@/lib/customers/model";
import type { Translate } from "@/lib/languages/model";
import { isDraft } from "@/lib/statuses/model";

type Stage = { label: string; at: string | null; reached: boolean };

/** Where the customer is on its way; a list to read, not to press. */
export function ProgressRail({ customer }: { customer: CustomerView }) {
  const t = useTranslations("customers.stages");
  const stages = stagesOf(customer, t);
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
            {reached ? (
              <Time at={at} fallback={t(index === current ? "now" : "done")} />
            ) : (
              t("notYet")
            )}
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
function stagesOf(customer: CustomerView, t: Translate<"customers.stages">): Stage[] {
  const { status, clientId, createdAt, submittedAt, statusSince, enabledAt } = customer;
  const { banksTotal, banksEnabled } = customer;
  const sent = (submittedAt !== null || clientId !== null) && !isDraft(status);
  const enabled = enabledAt !== null || status === "ACTIVE";
  const approved = status === "PENDING_ENABLEMENT";
  const inReview = sent && !["SUBMITTING", "SUBMIT_UNKNOWN", "REMOVED"].includes(status);
  return [
    { label: t("draft"), at: createdAt, reached: true },
    { label: t("submitted"), at: submittedAt, reached: sent },
    {
      label: t(approved || enabled ? "approved" : "review"),
      at: approved || status === "UNDER_REVIEW" ? statusSince : null,
      reached: enabled || inReview,
    },
    { label: t("enabled"), at: enabledAt, reached: enabled },
    {
      label:
        banksTotal > 0
          ? t("banksOf", { enabled: String(banksEnabled), total: String(banksTotal) })
          : t("banks"),
      at: null,
      reached: enabled && banksTotal > 0 && banksEnabled === banksTotal,
    },
  ];
}
