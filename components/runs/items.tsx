import { nameOf } from "@/components/customers/words";
import { Badge } from "@/components/ui/badge";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { ItemView } from "@/lib/runs/model";
import { explainItem, stateLabels, stateTones } from "./texts";

const columns = [
  ["Company", "w-[34%]"],
  ["Result", "w-[16%]"],
  ["Reason", "w-[34%]"],
  ["When", "w-[16%]"],
] as const;

/** What came of each customer of a run so far. */
export function RunItems({ items }: { items: ItemView[] }) {
  return (
    <CardTable caption="Customers of this run" columns={columns}>
      {items.map((item) => (
        <Item key={item.position} item={item} />
      ))}
    </CardTable>
  );
}

function Item({ item }: { item: ItemView }) {
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
        <Badge tone={stateTones[state]}>{stateLabels[state]}</Badge>
      </CardCell>
      <CardCell>{reason && explainItem(reason, company)}</CardCell>
      <CardCell>
        <Time at={finishedAt} fallback="" />
      </CardCell>
    </CardRow>
  );
}
