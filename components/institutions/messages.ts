import type { InstitutionError } from "@/lib/institutions/model";

/** What an account manager at Plaid needs to know. */
export type Message = { subject: string; body: string };

type Customer = { company: string; clientId: string | null };

export function aboutError(
  { company, clientId }: Customer,
  bank: string,
  { errorCode, errorMessage, requestId }: InstitutionError,
): Message {
  return {
    subject: `${bank} registration of ${company}`,
    body: [
      `Our end customer ${company} (client_id ${clientId ?? "unknown"}) needs attention at ${bank}.`,
      `${errorCode}: “${errorMessage}”`,
      ...(requestId ? [`request_id ${requestId}`] : []),
      "What has to be done so that the registration goes on?",
    ].join("\n"),
  };
}

/** After three business days without any bank. Source: Plaid's reseller guide. */
export function aboutSilence({ company, clientId }: Customer, enabledOn: string): Message {
  return {
    subject: `No bank has registered ${company}`,
    body: [
      `We enabled our end customer ${company} (client_id ${clientId ?? "unknown"}) in Production on ${enabledOn}.`,
      "Three business days later it is not registered at any OAuth institution.",
      "Is anything missing on our side or theirs?",
    ].join("\n"),
  };
}

/** Whom it goes to, everybody's mail program knows better. */
export function mailTo({ subject, body }: Message): string {
  const encoded = (text: string) => encodeURIComponent(text.replaceAll("\n", "\r\n"));
  return `mailto:?subject=${encoded(subject)}&body=${encoded(body)}`;
}
