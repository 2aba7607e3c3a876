"use client";

import { LiveList, LiveRows } from "@/components/live/live-rows";
import type { LiveWords } from "@/components/live/words";
import { CardTable } from "@/components/ui/card-table";
import type { Point } from "@/lib/live/model";
import { CustomerTableRow } from "./customer-table-row";
import type { ListRow, TableWords } from "./list-words";

/** Only where there is room for it. */
const ROOMY = "max-xl:hidden";

/** Fixed widths: one very long name must not squeeze the other columns. */
const widths = [
  ["company", "w-[22%] max-xl:w-[25%]"],
  ["status", "w-[24%] max-xl:w-[27%]"],
  ["turn", "w-[11%] max-xl:w-[14%]"],
  ["banks", "w-[11%] max-xl:w-[19%]"],
  ["products", `w-[12%] ${ROOMY}`],
  ["owner", `w-[10%] ${ROOMY}`],
  ["updated", "w-[10%] max-xl:w-[15%]"],
] as const;

/**
 * Made of data in the browser too: fifty rows as elements are most of what a list weighs and costs.
 *
 * Rows change where they stand; new rows and a new order wait until somebody asks for them.
 */
export function CustomerTable({
  rows,
  point,
  words,
  liveWords,
  search = "",
  selectable = false,
}: {
  rows: ListRow[];
  point: Point;
  words: TableWords;
  liveWords: LiveWords;
  search?: string;
  /** Rows can be taken into what `Selection` does. */
  selectable?: boolean;
}) {
  const standing = rows.map((row) => ({
    id: row.id,
    row: <CustomerTableRow {...{ row, words, search, selectable }} />,
  }));
  return (
    <LiveList rows={standing} point={point} words={liveWords}>
      <CardTable
        caption={words.caption}
        columns={widths.map(([column, width]) => [words[column], width] as const)}
      >
        <LiveRows />
      </CardTable>
    </LiveList>
  );
}
