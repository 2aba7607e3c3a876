import { formatInstant } from "@/components/ui/time";
import type { Translate } from "@/lib/languages/model";
import type { Outcome, RequestView } from "@/lib/requests/model";
import type { Tone } from "@/lib/statuses/model";

export const outcomeTones: Record<Outcome, Tone> = {
  ok: "done",
  rejected: "blocked",
  rate_limited: "you",
  not_sent: "you",
  unavailable: "blocked",
};

/** A letter to Plaid's support, ready to be sent: what they ask for and no more. */
export function supportMessage(call: RequestView, t: Translate<"requests">): string {
  const { endpoint, at, httpStatus, errorCode, requestId, customer, attempt, outcome } = call;
  const instant = new Date(at);
  const lines = [
    t("letter.help", { endpoint }),
    "",
    requestId === null ? t("letter.noRequestId") : t("letter.requestId", { requestId }),
    t("letter.time", { iso: instant.toISOString(), at: formatInstant(instant) }),
    t("letter.outcome", { outcome: t(`outcomes.${outcome}`) }),
    httpStatus !== null && t("letter.httpStatus", { status: httpStatus }),
    errorCode && `error_code: ${errorCode}`,
    customer?.clientId && `end_customer_client_id: ${customer.clientId}`,
    t("letter.attempt", { attempt }),
  ];
  return lines.filter((line) => typeof line === "string").join("\n");
}
