import type { Route } from "next";
import { CardCell, CardRow } from "@/components/ui/card-table";
import { Link } from "@/components/ui/link";
import { Day, Time } from "@/components/ui/time";
import type { ListRow } from "@/lib/customers/model";
import { Highlight } from "./highlight";
import { SelectRow } from "./select-row";
import { StatusBadge } from "./status-badge";
import { banksInShort, banksSummary, nameOf, productsInShort, turnLabels } from "./words";

/** Only where there is room for it. */
const ROOMY = "max-xl:hidden";

type RowProps = { row: ListRow; search: string; selectable: boolean };

export function CustomerTableRow({ row, search, selectable }: RowProps) {
  return (
    <CardRow>
      <CardCell>
        <div className="flex gap-3">
          {selectable && <SelectRow id={row.id} company={nameOf(row)} />}
          <div className="min-w-0">
            <CompanyLink row={row} search={search} />
            {row.legalEntityName !== row.companyName && (
              <p className="line-clamp-2 text-muted">
                <Highlight text={row.legalEntityName} search={search} />
              </p>
            )}
          </div>
        </div>
      </CardCell>
      <CardCell>
        <StatusBadge status={row.status} />
        <p className="mt-1 text-muted">{row.line}</p>
        {row.deletesAt && (
          <p className="mt-1 font-medium">
            Will be deleted on <Day at={row.deletesAt} />
          </p>
        )}
      </CardCell>
      <CardCell label="Turn">{turnLabels[row.turn]}</CardCell>
      <CardCell label="Banks">
        <Banks row={row} />
      </CardCell>
      <CardCell label="Products" className={ROOMY}>
        {productsInShort(row.products) || <span className="text-muted">Same as ours</span>}
      </CardCell>
      <CardCell label="Owner" className={ROOMY}>
        {row.owner ?? <span className="text-muted">Nobody</span>}
      </CardCell>
      <CardCell label="Updated" className="sm:whitespace-nowrap">
        <Time at={row.updatedAt} />
      </CardCell>
    </CardRow>
  );
}

function Banks({ row }: { row: ListRow }) {
  if (row.status !== "ACTIVE" || row.banksTotal === 0) {
    return <span className="text-muted">None yet</span>;
  }
  return (
    <>
      <span aria-hidden="true">{banksInShort(row)}</span>
      <span className="sr-only">{banksSummary(row)}</span>
    </>
  );
}

function CompanyLink({ row, search }: { row: ListRow; search: string }) {
  return (
    <Link
      href={row.home as Route}
      className="line-clamp-2 min-h-target font-medium text-base text-primary underline underline-offset-4 hover:decoration-2"
    >
      <Highlight text={nameOf(row)} search={search} />
    </Link>
  );
}
