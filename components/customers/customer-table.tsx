import type { Route } from "next";
import { LiveList, LiveRows } from "@/components/live/live-rows";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { Link } from "@/components/ui/link";
import { Day, Time } from "@/components/ui/time";
import type { CustomerRow } from "@/lib/customers/model";
import type { Point } from "@/lib/live/model";
import type { Sort } from "@/lib/portfolio/model";
import { sortLabels } from "./filter-texts";
import { Highlight } from "./highlight";
import { SelectRow } from "./select-row";
import { StatusBadge } from "./status-badge";
import { banksInShort, banksSummary, nameOf, productsInShort, turnLabels } from "./words";

/** Only where there is room for it. */
const ROOMY = "max-xl:hidden";

/** Fixed widths: one very long name must not squeeze the other columns. */
const columns = [
  ["Company", "w-[24%] max-xl:w-[31%]"],
  ["Status", "w-[24%] max-xl:w-[27%]"],
  ["Turn", "w-[11%] max-xl:w-[14%]"],
  ["Banks", "w-[9%] max-xl:w-[13%]"],
  ["Products", `w-[12%] ${ROOMY}`],
  ["Owner", `w-[10%] ${ROOMY}`],
  ["Updated", "w-[10%] max-xl:w-[15%]"],
] as const;

/** Rows change where they stand; new rows and a new order wait until somebody asks for them. */
export function CustomerTable({
  rows,
  point,
  sort,
  search = "",
  selectable = false,
}: {
  rows: CustomerRow[];
  point: Point;
  /** Null where a search has found the rows: they stand by the word found. */
  sort: Sort | null;
  search?: string;
  /** Rows can be taken into what `Selection` does. */
  selectable?: boolean;
}) {
  const order = sort === null ? "by what was found" : sortLabels[sort].toLowerCase();
  const standing = rows.map((row) => ({
    id: row.id,
    row: <Row {...{ row, search, selectable }} />,
  }));
  return (
    <LiveList rows={standing} point={point}>
      <CardTable caption={`End customers, ${order}`} columns={columns}>
        <LiveRows />
      </CardTable>
    </LiveList>
  );
}

type RowProps = { row: CustomerRow; search: string; selectable: boolean };

function Row({ row, search, selectable }: RowProps) {
  return (
    <CardRow>
      <CardCell className="sm:wrap-anywhere">
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

function Banks({ row }: { row: CustomerRow }) {
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

function CompanyLink({ row, search }: { row: CustomerRow; search: string }) {
  return (
    <Link
      href={row.home as Route}
      className="line-clamp-2 min-h-target font-medium text-base text-primary underline underline-offset-4 hover:decoration-2"
    >
      <Highlight text={nameOf(row)} search={search} />
    </Link>
  );
}
