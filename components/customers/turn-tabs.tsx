import Link from "next/link";
import { type CustomerFilter, countAll, countTurn, type StatusCounts } from "@/lib/customers/model";
import { listAddress, type Tab, tabs } from "./list-address";
import { formatCount } from "./words";

export function TurnTabs({ filter, counts }: { filter: CustomerFilter; counts: StatusCounts }) {
  return (
    <nav aria-label="Whose turn">
      <ul className="flex flex-wrap gap-x-1 gap-y-1 border-b">
        {tabs.map((tab) => (
          <li key={tab.label}>
            <Link
              href={listAddress({ search: filter.search, turn: tab.turn, status: tab.status })}
              aria-current={isCurrent(tab, filter) ? "page" : undefined}
              className="block min-h-control border-transparent border-b-2 px-3 py-2 hover:border-control aria-[current=page]:border-primary aria-[current=page]:font-medium aria-[current=page]:text-primary"
            >
              {tab.label} <span className="text-muted">{formatCount(countTab(tab, counts))}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function countTab(tab: Tab, counts: StatusCounts): number {
  if (tab.status) return counts[tab.status] ?? 0;
  return tab.turn ? countTurn(counts, tab.turn) : countAll(counts);
}

function isCurrent(tab: Tab, { turn, status }: CustomerFilter): boolean {
  return tab.turn === turn && tab.status === status;
}
