import type { Translate } from "@/lib/languages/model";
import type { Delivery } from "@/lib/mail/model";

/** What became of a mail, as far as it is worth saying, and what to do; null where all is well. */
export function mailTrouble(
  delivery: Delivery,
  todo: { refused: string; unconfigured: string; failed: string },
  t: Translate<"notifications.mail">,
): string | null {
  switch (delivery.state) {
    case "queued":
    case "sent":
    case "dropped":
      return null;
    case "delayed":
      return t("delayed");
    case "refused":
      return t("refused", { refusal: delivery.refusal, todo: todo.refused });
    case "not_configured":
      return t("not_configured", { todo: todo.unconfigured });
    case "failed":
      return t("failed", { todo: todo.failed });
  }
}
