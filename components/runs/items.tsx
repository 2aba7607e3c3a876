import { useTranslations } from "next-intl";
import { nameOf } from "@/components/customers/words";
import { Badge } from "@/components/ui/badge";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { ItemView } from "@/lib/runs/model";
import { explainItem, stateTones } from "./texts";

/** What came of each customer of a run so far. */
export function RunItems({ items }: { items: ItemView[] }) {
  const t = useTranslations("runs.items");
  const columns = [
    [t("company"), "w-[34%]"],
    [t("result"), "w-[16%]"],
    [t("reason"), "w-[34%]"],
    [t("when"), "w-[16%]"],
  ] as const;
  return (
    <CardTable caption={t("caption")} columns={columns}>
      {items.map((item) => (
        <Item key={item.position} item={item} />
      ))}
    </CardTable>
  );
}

function Item({ item }: { item: ItemView }) {
  const t = useTranslations("runs");
  const customers = useTranslations("customers");
  const acts = useTranslations("acts");
  const { customerId, state, reason, finishedAt } = item;
  const company = nameOf(item);
  return (
    <CardRow>
      <CardCell>
        {customerId ? (
          <TextLink href={`/customers/${customerId}`} className="wrap-anywhere">
            {company}
          </TextLink>
        ) : (
          company
        )}
      </CardCell>
      <CardCell>
        <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge>
      </CardCell>
      <CardCell>{reason && explainItem(reason, company, { runs: t, customers, acts })}</CardCell>
      <CardCell>
        <Time at={finishedAt} fallback="" />
      </CardCell>
    </CardRow>
  );
}
