import type { Route } from "next";
import { LiveList, LiveRows } from "@/components/live/live-rows";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import type { CustomerRow } from "@/lib/customers/model";
import type { Point } from "@/lib/live/model";
import { describeStatus } from "@/lib/statuses/model";
import { StatusBadge } from "./status-badge";
import { banksSummary, nameOf, turnLabels } from "./words";

/** Fixed widths: one very long name must not squeeze the other columns. */
const columns = [
  ["Company", "w-[31%]"],
  ["Status", "w-[26%]"],
  ["Turn", "w-[13%]"],
  ["Banks", "w-[17%]"],
  ["Updated", "w-[13%]"],
] as const;

/** Rows change where they stand; new rows and a new order wait until somebody asks for them. */
export function CustomerTable({ rows, point }: { rows: CustomerRow[]; point: Point }) {
  return (
    <LiveList rows={rows.map((row) => ({ id: row.id, row: <Row row={row} /> }))} point={point}>
      <CardTable caption="End customers, latest change first" columns={columns}>
        <LiveRows />
      </CardTable>
    </LiveList>
  );
}

function Row({ row }: { row: CustomerRow }) {
  const { turn } = describeStatus(row.status);
  return (
    <CardRow>
      <CardCell className="sm:wrap-anywhere">
        <CompanyLink row={row} />
        {row.legalEntityName !== row.companyName && (
          <p className="line-clamp-2 text-muted">{row.legalEntityName}</p>
        )}
      </CardCell>
      <CardCell>
        <StatusBadge status={row.status} />
        <p className="mt-1 text-muted">{row.line}</p>
      </CardCell>
      <CardCell label="Turn">{turnLabels[turn]}</CardCell>
      <CardCell label="Banks">
        {row.status === "ACTIVE" && row.banksTotal > 0 ? (
          banksSummary(row)
        ) : (
          <span className="text-muted">None yet</span>
        )}
      </CardCell>
      <CardCell label="Updated" className="sm:whitespace-nowrap">
        <Time at={row.updatedAt} />
      </CardCell>
    </CardRow>
  );
}

function CompanyLink({ row }: { row: CustomerRow }) {
  return (
    <Link
      href={row.home as Route}
      className="line-clamp-2 min-h-target font-medium text-base text-primary underline underline-offset-4 hover:decoration-2"
    >
      {nameOf(row)}
    </Link>
  );
}
