"use client";

import type { ReactNode } from "react";
import { Brand } from "./brand";
import { SkipLink } from "./skip-link";

/** A page of one column outside the portal's frame: signing in, and what stands in for a page. */
export function Standalone({ beside, children }: { beside?: ReactNode; children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-narrow flex-col gap-8 px-4 py-8 sm:py-16">
      <SkipLink />
      <header className="flex flex-wrap items-center gap-3">
        <Brand />
        {beside}
      </header>
      <main id="main" tabIndex={-1} className="flex flex-col gap-6 outline-none">
        {children}
      </main>
    </div>
  );
}
