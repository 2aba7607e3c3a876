"use client";

import { LiveList, LiveRows } from "@/components/live/live-rows";
import { CardTable } from "@/components/ui/card-table";
import type { ListRow } from "@/lib/customers/model";
import type { Point } from "@/lib/live/model";
import type { Sort } from "@/lib/portfolio/model";
import { CustomerTableRow } from "./customer-table-row";
import { sortLabels } from "./filter-texts";

/** Only where there is room for it. */
const ROOMY = "max-xl:hidden";

/** Fixed widths: one very long name must not squeeze the other columns. */
const columns = [
  ["Company", "w-[22%] max-xl:w-[25%]"],
  ["Status", "w-[24%] max-xl:w-[27%]"],
  ["Turn", "w-[11%] max-xl:w-[14%]"],
  ["Banks", "w-[11%] max-xl:w-[19%]"],
  ["Products", `w-[12%] ${ROOMY}`],
  ["Owner", `w-[10%] ${ROOMY}`],
  ["Updated", "w-[10%] max-xl:w-[15%]"],
] as const;

/**
 * Made of data in the browser too: fifty rows as elements are most of what a list weighs and costs.
 *
 * Rows change where they stand; new rows and a new order wait until somebody asks for them.
 */
export function CustomerTable({
  rows,
  point,
  sort,
  search = "",
  selectable = false,
}: {
  rows: ListRow[];
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
    row: <CustomerTableRow {...{ row, search, selectable }} />,
  }));
  return (
    <LiveList rows={standing} point={point}>
      <CardTable caption={`End customers, ${order}`} columns={columns}>
        <LiveRows />
      </CardTable>
    </LiveList>
  );
}
