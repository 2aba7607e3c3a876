"use client";

import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import type { CustomerRow } from "@/lib/customers/model";
import { describeStatus } from "@/lib/statuses/model";
import { StatusBadge } from "./status-badge";
import { useSteadyRows } from "./use-steady-rows";
import { banksSummary, countOf, nameOf, turnLabels } from "./words";

/** Said again, because cards lay the table out as blocks, and Safari then forgets that it is one. */
const roles = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  cell: { role: "cell" },
} as const;

/** Fixed widths: one very long name must not squeeze the other columns. */
const columns = [
  ["Company", "w-[31%]"],
  ["Status", "w-[26%]"],
  ["Turn", "w-[13%]"],
  ["Banks", "w-[17%]"],
  ["Updated", "w-[13%]"],
] as const;

/** Rows change where they stand; new rows and a new order wait until somebody asks for them. */
export function CustomerTable({ rows }: { rows: CustomerRow[] }) {
  const { shown, waiting, showAll } = useSteadyRows(rows);
  return (
    <div data-live="*" className="flex flex-col gap-3">
      {waiting > 0 && (
        <div>
          <Button type="button" variant="secondary" onClick={showAll}>
            {countOf(waiting, "update")}: show
          </Button>
        </div>
      )}
      <table {...roles.table} className="block w-full sm:table sm:table-fixed">
        <caption className="sr-only">End customers, latest change first</caption>
        <thead {...roles.rowgroup} className="max-sm:sr-only">
          <tr {...roles.row} className="border-b text-left text-muted text-sm">
            {columns.map(([column, width]) => (
              <th
                key={column}
                {...roles.columnheader}
                scope="col"
                className={`${width} py-2 pr-4 font-medium`}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...roles.rowgroup} className="block sm:table-row-group">
          {shown.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { row: CustomerRow }) {
  const { turn } = describeStatus(row.status);
  return (
    <tr
      {...roles.row}
      className="block py-3 text-sm max-sm:mb-3 max-sm:rounded-card max-sm:border max-sm:px-4 sm:table-row sm:border-b"
    >
      <td {...roles.cell} className={`${cell} sm:wrap-anywhere`}>
        <CompanyLink row={row} />
        {row.legalEntityName !== row.companyName && (
          <p className="line-clamp-2 text-muted">{row.legalEntityName}</p>
        )}
      </td>
      <td {...roles.cell} className={cell}>
        <StatusBadge status={row.status} />
        <p className="mt-1 text-muted">{row.line}</p>
      </td>
      <td {...roles.cell} className={cell}>
        <CardLabel>Turn</CardLabel>
        {turnLabels[turn]}
      </td>
      <td {...roles.cell} className={cell}>
        <CardLabel>Banks</CardLabel>
        {row.status === "ACTIVE" && row.banksTotal > 0 ? (
          banksSummary(row)
        ) : (
          <span className="text-muted">None yet</span>
        )}
      </td>
      <td {...roles.cell} className={`${cell} sm:whitespace-nowrap`}>
        <CardLabel>Updated</CardLabel>
        <Time at={row.updatedAt} />
      </td>
    </tr>
  );
}

const cell = "block min-w-0 py-1 wrap-break-word align-top sm:table-cell sm:py-3 sm:pr-4";

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

/** Stands in for the column's heading while rows are cards. */
function CardLabel({ children }: { children: string }) {
  return (
    <span aria-hidden="true" className="mr-2 font-medium sm:hidden">
      {children}
    </span>
  );
}
