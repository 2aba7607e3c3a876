import type { ReactNode } from "react";

export function SummaryList({
  items,
}: {
  items: { term: string; value: ReactNode; action?: ReactNode }[];
}) {
  return (
    <dl className="divide-y border-y">
      {items.map(({ term, value, action }) => (
        <div
          key={term}
          className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]"
        >
          <dt className="min-w-0 font-medium">{term}</dt>
          <dd className="flex min-w-0 items-start justify-between gap-x-4">
            <div className="min-w-0 flex-1">{value}</div>
            {action}
          </dd>
        </div>
      ))}
    </dl>
  );
}
