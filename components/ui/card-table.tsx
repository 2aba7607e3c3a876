import type { ReactNode } from "react";

/** Said again, because cards lay the table out as blocks, and Safari then forgets that it is one. */
const roles = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  cell: { role: "cell" },
} as const;

/** A table whose rows are cards where there is no room for columns. */
export function CardTable({
  caption,
  columns,
  children,
}: {
  caption: string;
  /** Heading and width class: with fixed widths one very long name does not squeeze the others. */
  columns: readonly (readonly [heading: string, width: string])[];
  children: ReactNode;
}) {
  return (
    <table {...roles.table} className="card-table">
      <caption className="sr-only">{caption}</caption>
      <thead {...roles.rowgroup} className="max-sm:sr-only">
        <tr {...roles.row} className="border-b text-left text-muted text-sm">
          {columns.map(([heading, width]) => (
            <th
              key={heading}
              {...roles.columnheader}
              scope="col"
              className={`${width} py-2 pr-4 font-medium`}
            >
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.rowgroup}>{children}</tbody>
    </table>
  );
}

export function CardRow({ children }: { children: ReactNode }) {
  return <tr {...roles.row}>{children}</tr>;
}

export function CardCell({
  label,
  className,
  children,
}: {
  /** Stands in for the column's heading while rows are cards. */
  label?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <td {...roles.cell} data-label={label} className={className}>
      {children}
    </td>
  );
}
