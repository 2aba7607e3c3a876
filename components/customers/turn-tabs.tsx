import { LinkTabs } from "@/components/ui/link-tabs";
import { type CustomerFilter, countAll, countTurn, type StatusCounts } from "@/lib/customers/model";
import { listAddress, type Tab, tabs } from "./list-address";
import { formatCount } from "./words";

export function TurnTabs({ filter, counts }: { filter: CustomerFilter; counts: StatusCounts }) {
  return (
    <LinkTabs
      label="Whose turn"
      tabs={tabs.map((tab) => ({
        href: listAddress({ search: filter.search, turn: tab.turn, status: tab.status }),
        label: tab.label,
        count: formatCount(countTab(tab, counts)),
        current: tab.turn === filter.turn && tab.status === filter.status,
      }))}
    />
  );
}

export function countTab(tab: Tab, counts: StatusCounts): number {
  if (tab.status) return counts[tab.status] ?? 0;
  return tab.turn ? countTurn(counts, tab.turn) : countAll(counts);
}
