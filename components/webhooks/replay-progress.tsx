import { useTranslations } from "next-intl";
import { formatCount } from "@/components/ui/counts";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import type { ReplayView } from "@/lib/webhooks/model";

/** How far a replay of many has come. */
export function ReplayProgress({ replay }: { replay: ReplayView }) {
  const t = useTranslations("webhooks.progress");
  const { total, waiting, done, orphans, failed } = replay;
  return (
    <div className="flex max-w-reading flex-col gap-4">
      <p role="status" className="font-medium text-lg tabular-nums">
        {t("workedOn", { worked: formatCount(total - waiting), total: formatCount(total) })}
      </p>
      <SummaryList
        items={[
          { term: t("done"), value: formatCount(done) },
          { term: t("waiting"), value: formatCount(waiting) },
          {
            term: t("failed"),
            value: <Leading count={failed} href="/admin/webhooks?verdict=failed" />,
          },
          {
            term: t("orphans"),
            value: <Leading count={orphans} href="/admin/webhooks?verdict=orphan" />,
          },
        ]}
      />
    </div>
  );
}

function Leading({ count, href }: { count: number; href: `/admin/webhooks?verdict=${string}` }) {
  const t = useTranslations("webhooks.progress");
  return count > 0 ? (
    <TextLink href={href}>{t("inLog", { count: formatCount(count) })}</TextLink>
  ) : (
    "0"
  );
}
