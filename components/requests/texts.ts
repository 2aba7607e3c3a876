import { formatInstant } from "@/components/ui/time";
import type { Outcome, RequestView } from "@/lib/requests/model";
import type { Tone } from "@/lib/statuses/model";

export const outcomeLabels: Record<Outcome, string> = {
  ok: "Answered",
  rejected: "Refused",
  rate_limited: "Rate limited",
  not_sent: "Not sent",
  unavailable: "No answer",
};

export const outcomeTones: Record<Outcome, Tone> = {
  ok: "done",
  rejected: "blocked",
  rate_limited: "you",
  not_sent: "you",
  unavailable: "blocked",
};

/** What each outcome means for what was asked. */
export const outcomeTexts: Record<Outcome, string> = {
  ok: "Plaid answered.",
  rejected: "Plaid said no. Sending the same again changes nothing.",
  rate_limited: "Plaid was asked too often. It was certainly not applied.",
  not_sent: "The connection was never made. It was certainly not applied.",
  unavailable: "No usable answer came. Whether it was applied is unknown.",
};

/** A letter to Plaid's support, ready to be sent: what they ask for and no more. */
export function supportMessage(call: RequestView): string {
  const { endpoint, at, httpStatus, errorCode, requestId, customer, attempt, outcome } = call;
  const lines = [
    `We need help with a call of ${endpoint}.`,
    "",
    `request_id: ${requestId ?? "none came back"}`,
    `Time: ${new Date(at).toISOString()} (${formatInstant(new Date(at))})`,
    `Outcome: ${outcomeLabels[outcome]}`,
    httpStatus !== null && `HTTP status: ${httpStatus}`,
    errorCode && `error_code: ${errorCode}`,
    customer?.clientId && `end_customer_client_id: ${customer.clientId}`,
    `Attempt: ${attempt}`,
  ];
  return lines.filter((line) => typeof line === "string").join("\n");
}
