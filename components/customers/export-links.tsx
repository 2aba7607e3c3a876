import { useTranslations } from "next-intl";
import { PageLink } from "@/components/ui/text-link";
import type { CustomerPage } from "@/lib/customers/model";
import { type CustomerFilter, fromStart, writeFilter } from "@/lib/portfolio/model";
import { exportLabel } from "./words";

/** The list as it is narrowed, as a file. */
export function ExportLinks({
  filter,
  matching,
}: {
  filter: CustomerFilter;
  matching: CustomerPage["matching"];
}) {
  const t = useTranslations("customers");
  const query = new URLSearchParams(writeFilter(fromStart(filter)));
  const plain = `/customers/export?${query}`;
  query.set("bom", "1");
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-1 text-sm print:hidden">
      <PageLink href={plain} download>
        {exportLabel(matching, t)}
      </PageLink>
      <PageLink href={`/customers/export?${query}`} download>
        {t("list.export.excel")}
      </PageLink>
    </p>
  );
}
