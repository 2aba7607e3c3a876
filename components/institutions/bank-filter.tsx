import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/counts";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import {
  BANKS_PER_PAGE,
  CHIPS_FROM,
  describeRegistration,
  inStatusOrder,
  type RegistrationFilter,
} from "@/lib/institutions/model";
import { totalOf } from "./summary";

const look =
  "inline-flex min-h-control items-center gap-1 rounded-control border border-control px-3 text-sm hover:bg-surface aria-[current]:border-primary aria-[current]:bg-neutral-tint aria-[current]:font-medium";

/** Where there are many banks: by status, and by name where one page does not hold them. */
export function BankFilter({
  path,
  counts,
  filter,
}: {
  path: string;
  counts: Record<string, number>;
  filter: RegistrationFilter;
}) {
  const t = useTranslations("banks.filter");
  const total = totalOf(counts);
  if (total < CHIPS_FROM) return null;
  const statuses = inStatusOrder(Object.keys(counts));
  return (
    <div className="flex flex-col gap-3">
      <nav aria-label={t("title")}>
        <ul className="flex flex-wrap gap-2">
          {[null, ...statuses].map((status) => (
            <li key={status}>
              <Link
                // An address of this very page.
                href={bankAddress(path, { ...filter, status, page: 1 }) as Route}
                aria-current={status === filter.status ? "true" : undefined}
                className={look}
              >
                {status === null ? t("all") : describeRegistration(status).label}
                <span className="text-muted tabular-nums">
                  {formatCount(status === null ? total : (counts[status] ?? 0))}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {total > BANKS_PER_PAGE && (
        <form action={path} className="flex flex-wrap items-end gap-3">
          {filter.status && <input type="hidden" name="status" value={filter.status} />}
          <Field label={t("search")} name="q" type="search" defaultValue={filter.search} />
          <Button variant="secondary">{t("find")}</Button>
        </form>
      )}
    </div>
  );
}

/** The page that shows this choice of banks; its data is fetched under the same query. */
export function bankAddress(path: string, { status, search, page }: RegistrationFilter): string {
  const given = { status: status ?? "", q: search, page: page > 1 ? String(page) : "" };
  const known = Object.entries(given).filter(([, value]) => value !== "");
  return known.length > 0 ? `${path}?${new URLSearchParams(known)}` : path;
}
