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
    <table {...roles.table} className="block w-full sm:table sm:table-fixed">
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
      <tbody {...roles.rowgroup} className="block sm:table-row-group">
        {children}
      </tbody>
    </table>
  );
}

export function CardRow({ children }: { children: ReactNode }) {
  return (
    <tr
      {...roles.row}
      className="block py-3 text-sm max-sm:mb-3 max-sm:rounded-card max-sm:border max-sm:px-4 sm:table-row sm:border-b"
    >
      {children}
    </tr>
  );
}

export function CardCell({
  label,
  className = "",
  children,
}: {
  /** Stands in for the column's heading while rows are cards. */
  label?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <td
      {...roles.cell}
      className={`block min-w-0 py-1 wrap-anywhere align-top sm:table-cell sm:py-3 sm:pr-4 ${className}`}
    >
      {label && (
        <span aria-hidden="true" className="mr-2 font-medium sm:hidden">
          {label}
        </span>
      )}
      {children}
    </td>
  );
}
