import type { Route } from "next";
import { useTranslations } from "next-intl";
import { PageLink, TextLink } from "@/components/ui/text-link";
import { type WebhookFilter, webhooksAddress } from "@/lib/webhooks/model";

/** Whether the log follows what happens; what was rejected shows with the next refresh. */
export function LiveSwitch({ filter, live }: { filter: WebhookFilter; live: boolean }) {
  const t = useTranslations("webhooks.live");
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
      <span className="text-muted">{t(live ? "on" : "off")}</span>
      {/* An address of this very page. */}
      <TextLink href={webhooksAddress(filter, !live) as Route}>
        {t(live ? "pause" : "goOn")}
      </TextLink>
      <PageLink href={webhooksAddress({ ...filter, after: null }, live)}>{t("refresh")}</PageLink>
    </p>
  );
}
