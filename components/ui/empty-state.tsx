import type { ReactNode } from "react";

/** Why there is nothing, and the one thing to do about it. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="card flex flex-col items-start gap-3 border-dashed">
      <p className="font-semibold">{title}</p>
      {children}
    </div>
  );
}
