import type { ReactNode } from "react";

/** A part of a page under its heading. */
export function Section({
  title,
  beside,
  children,
}: {
  title: string;
  /** At the other end of the heading's line. */
  beside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2>{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  );
}
