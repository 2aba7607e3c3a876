"use client";

import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import type { CustomerRow } from "@/lib/customers/model";
import { describeStatus } from "@/lib/statuses/model";
import { StatusBadge } from "./status-badge";
import { useSteadyRows } from "./use-steady-rows";
import { banksSummary, countOf, nameOf, turnLabels } from "./words";

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
      <CardTable caption="End customers, latest change first" columns={columns}>
        {shown.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </CardTable>
    </div>
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
