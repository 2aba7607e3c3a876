import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Chip } from "@/components/ui/chip";
import type { WebhookRow } from "@/lib/webhooks/model";
import { verdictTones } from "./texts";

/** What came of a webhook, and that it came more than once. */
export function VerdictBadge({ verdict, attempts }: Pick<WebhookRow, "verdict" | "attempts">) {
  const t = useTranslations("webhooks");
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Badge tone={verdictTones[verdict]}>{t(`verdicts.${verdict}`)}</Badge>
      {attempts > 1 && <Chip>{t("again", { attempts })}</Chip>}
    </span>
  );
}
