import type { ReactNode } from "react";

/** A short fact beside a label, such as who sees the answer. Quieter than a badge: it says no state. */
export function Chip({ children, icon }: { children: ReactNode; icon?: ReactNode }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1 rounded-badge border px-1.5 text-badge text-muted">
      {icon && (
        <span aria-hidden="true" className="shrink-0">
          {icon}
        </span>
      )}
      <span className="min-w-0">{children}</span>
    </span>
  );
}
