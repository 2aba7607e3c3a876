import { listAddress } from "@/components/customers/list-address";
import { formatCount } from "@/components/ui/counts";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { type CustomerCounts, countMatching } from "@/lib/customers/model";
import type { CustomerStatus, Turn } from "@/lib/statuses/model";

const counters: { label: string; turn?: Turn; status?: CustomerStatus }[] = [
  { label: "Needs you", turn: "you" },
  { label: "With customers", turn: "customer" },
  { label: "With Plaid or banks", turn: "plaid" },
  { label: "Live", status: "ACTIVE" },
];

export function Counters({ counts }: { counts: CustomerCounts }) {
  return (
    <Section title="Where customers are">
      <ul className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        {counters.map(({ label, ...narrowing }) => (
          <li key={label} className="min-w-0">
            <Link
              href={listAddress(narrowing)}
              className="card flex h-full flex-col gap-1 hover:bg-surface"
            >
              <span className="font-semibold text-2xl tabular-nums">
                {formatCount(countMatching(counts, narrowing))}
              </span>
              <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
