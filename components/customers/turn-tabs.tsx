import { useTranslations } from "next-intl";
import { formatCount } from "@/components/ui/counts";
import { LinkTabs } from "@/components/ui/link-tabs";
import { type CustomerCounts, countMatching } from "@/lib/customers/model";
import { type CustomerFilter, fromStart, isCounted } from "@/lib/portfolio/model";
import { turns } from "@/lib/statuses/model";
import { listAddress } from "./list-address";

/** Counts stand there as long as nothing else narrows the list. */
export function TurnTabs({ filter, counts }: { filter: CustomerFilter; counts: CustomerCounts }) {
  const t = useTranslations("customers");
  const alone = isCounted({ ...filter, status: null });
  return (
    <LinkTabs
      label={t("list.turns.label")}
      tabs={[null, ...turns].map((turn) => ({
        href: listAddress({ ...fromStart(filter), turn, status: null }),
        label: turn === null ? t("list.turns.all") : t(`turns.${turn}`),
        ...(alone && { count: formatCount(countMatching(counts, { turn })) }),
        current: turn === filter.turn,
      }))}
    />
  );
}
