import type { Delivery } from "@/lib/mail/model";

/** What became of a mail, as far as it is worth saying, and what to do; null where all is well. */
export function mailTrouble(
  delivery: Delivery,
  todo: { refused: string; unconfigured: string; failed: string },
): string | null {
  switch (delivery.state) {
    case "queued":
    case "sent":
    case "dropped":
      return null;
    case "delayed":
      return "The mail server asked to wait. It is tried again";
    case "refused":
      return `The mail server refused it: “${delivery.refusal}”. ${todo.refused}`;
    case "not_configured":
      return `E-mail is not configured${todo.unconfigured}`;
    case "failed":
      return `It could not be sent. ${todo.failed}`;
  }
}
