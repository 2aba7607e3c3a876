import { LinkTabs } from "@/components/ui/link-tabs";
import { type CustomerCounts, type CustomerFilter, countMatching } from "@/lib/customers/model";
import { listAddress, tabs } from "./list-address";
import { formatCount } from "./words";

export function TurnTabs({ filter, counts }: { filter: CustomerFilter; counts: CustomerCounts }) {
  return (
    <LinkTabs
      label="Whose turn"
      tabs={tabs.map((tab) => ({
        href: listAddress({ search: filter.search, turn: tab.turn, status: tab.status }),
        label: tab.label,
        count: formatCount(countMatching(counts, tab)),
        current: tab.turn === filter.turn && tab.status === filter.status,
      }))}
    />
  );
}
