import type { InstitutionError } from "@/lib/institutions/model";
import type { Translate } from "@/lib/languages/model";

/** What an account manager at Plaid needs to know. */
export type Message = { subject: string; body: string };

type Customer = { company: string; clientId: string | null };
type Texts = Translate<"banks.message">;

export function aboutError(
  { company: customer, clientId }: Customer,
  bank: string,
  { errorCode, errorMessage, requestId }: InstitutionError,
  t: Texts,
): Message {
  return {
    subject: t("aboutError.subject", { bank, customer }),
    body: [
      t("aboutError.needs", { customer, clientId: clientId ?? t("unknownId"), bank }),
      t("aboutError.says", { code: errorCode, words: errorMessage }),
      ...(requestId ? [`request_id ${requestId}`] : []),
      t("aboutError.question"),
    ].join("\n"),
  };
}

/** After three business days without any bank. Source: Plaid's reseller guide. */
export function aboutSilence(
  { company: customer, clientId }: Customer,
  enabledOn: string,
  t: Texts,
): Message {
  return {
    subject: t("aboutSilence.subject", { customer }),
    body: [
      t("aboutSilence.enabled", {
        customer,
        clientId: clientId ?? t("unknownId"),
        date: enabledOn,
      }),
      t("aboutSilence.silent"),
      t("aboutSilence.question"),
    ].join("\n"),
  };
}

/** Whom it goes to, everybody's mail program knows better. */
export function mailTo({ subject, body }: Message): string {
  const encoded = (text: string) => encodeURIComponent(text.replaceAll("\n", "\r\n"));
  return `mailto:?subject=${encoded(subject)}&body=${encoded(body)}`;
}
