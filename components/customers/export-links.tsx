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
  const query = new URLSearchParams(writeFilter(fromStart(filter)));
  const plain = `/customers/export?${query}`;
  query.set("bom", "1");
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-1 text-sm print:hidden">
      <PageLink href={plain} download>
        {exportLabel(matching)}
      </PageLink>
      <PageLink href={`/customers/export?${query}`} download>
        The same for Excel, marked as UTF-8
      </PageLink>
    </p>
  );
}
