import type { ReactNode } from "react";

export function Room({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-12">
      <h2 className="border-b pb-2 text-2xl">{title}</h2>
      {children}
    </section>
  );
}

/** One component, or one of its states, under what it is called here. */
export function Specimen({ of, children }: { of: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <p className="text-muted text-sm">{of}</p>
      {children}
    </div>
  );
}
