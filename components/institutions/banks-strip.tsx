import type { Route } from "next";
import { useTranslations } from "next-intl";
import { atMost, formatCount } from "@/components/ui/counts";
import { Link } from "@/components/ui/link";
import { type BankCounts, STRIP_OVERDUE_MAX } from "@/lib/institutions/model";

/** How the banks stand over all customers, each with the way to its own page. */
export function BanksStrip({ banks }: { banks: BankCounts[] }) {
  const t = useTranslations("banks.strip");
  if (banks.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(14rem,100%),1fr))] gap-3">
      {banks.map((bank) => (
        <li key={bank.institutionId} className="min-w-0">
          <Link
            // Made of the id of a bank.
            href={`/banks/${encodeURIComponent(bank.institutionId)}` as Route}
            className="flex h-full flex-col gap-1 rounded-card border p-3 hover:bg-surface"
          >
            <span className="font-medium underline underline-offset-4">{bank.name}</span>
            <span className="text-sm tabular-nums">
              {t("enabled", {
                enabled: formatCount(bank.byStatus.ENABLED ?? 0),
                total: formatCount(bank.total),
              })}
            </span>
            <Trouble bank={bank} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Trouble({ bank: { byStatus, overdue } }: { bank: BankCounts }) {
  const t = useTranslations("banks.strip");
  const attention = byStatus.ATTENTION_REQUIRED ?? 0;
  const said = [
    attention > 0 && t("attention", { count: attention }),
    overdue > 0 && t("overdue", { count: atMost(overdue, STRIP_OVERDUE_MAX) }),
  ].filter(Boolean);
  if (said.length === 0) return null;
  return <span className="text-sm text-you">{said.join(" · ")}</span>;
}
