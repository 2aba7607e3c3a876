import { useTranslations } from "next-intl";
import { X } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { TextLink } from "@/components/ui/text-link";
import type { Chip } from "./filter-texts";
import { listAddress, withFilters } from "./list-address";

/** What narrows the list, each with the way to be rid of it. */
export function FilterChips({ chips, filtersOpen }: { chips: Chip[]; filtersOpen: boolean }) {
  const t = useTranslations("customers.list.chips");
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t("label")} className="flex flex-wrap items-center gap-2">
      {chips.map(({ label, without }) => (
        <li key={label} className="min-w-0">
          <Link
            href={filtersOpen ? withFilters(listAddress(without)) : listAddress(without)}
            className="flex min-h-8 min-w-0 items-center gap-1.5 rounded-control border px-2 text-sm hover:bg-neutral-tint"
          >
            {t.rich("remove", {
              filter: label,
              hidden: (chunks) => <span className="sr-only">{chunks}</span>,
              name: (chunks) => <span className="min-w-0">{chunks}</span>,
            })}
            <X className="text-muted" />
          </Link>
        </li>
      ))}
      <li>
        <TextLink href="/customers">{t("clear")}</TextLink>
      </li>
    </ul>
  );
}
