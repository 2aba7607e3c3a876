import { useTranslations } from "next-intl";
import { listAddress } from "@/components/customers/list-address";
import { formatCount } from "@/components/ui/counts";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { type CustomerCounts, countMatching } from "@/lib/customers/model";
import type { CustomerStatus, Turn } from "@/lib/statuses/model";

type Counter = {
  label: "you" | "customer" | "plaid" | "live";
  turn?: Turn;
  status?: CustomerStatus;
};

const counters: Counter[] = [
  { label: "you", turn: "you" },
  { label: "customer", turn: "customer" },
  { label: "plaid", turn: "plaid" },
  { label: "live", status: "ACTIVE" },
];

export function Counters({ counts }: { counts: CustomerCounts }) {
  const t = useTranslations("overview.counters");
  return (
    <Section title={t("title")}>
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
              <span>{t(label)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
