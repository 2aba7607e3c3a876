import { formatCount } from "@/components/ui/counts";
import { LinkTabs } from "@/components/ui/link-tabs";
import { type CustomerCounts, countMatching } from "@/lib/customers/model";
import { type CustomerFilter, fromStart, isCounted } from "@/lib/portfolio/model";
import { turns } from "@/lib/statuses/model";
import { listAddress } from "./list-address";
import { turnLabels } from "./words";

/** Counts stand there as long as nothing else narrows the list. */
export function TurnTabs({ filter, counts }: { filter: CustomerFilter; counts: CustomerCounts }) {
  const alone = isCounted({ ...filter, status: null });
  return (
    <LinkTabs
      label="Whose turn"
      tabs={[null, ...turns].map((turn) => ({
        href: listAddress({ ...fromStart(filter), turn, status: null }),
        label: turn === null ? "All" : turnLabels[turn],
        ...(alone && { count: formatCount(countMatching(counts, { turn })) }),
        current: turn === filter.turn,
      }))}
    />
  );
}
