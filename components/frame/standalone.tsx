import type { ReactNode } from "react";
import { Brand } from "./brand";
import { SkipLink } from "./skip-link";

type Props = {
  partner?: string | null;
  banner?: ReactNode;
  beside?: ReactNode;
  children: ReactNode;
};

/** A page of one column outside the portal's frame: signing in, and what stands in for a page. */
export function Standalone({ partner, banner, beside, children }: Props) {
  return (
    <div className="min-h-dvh">
      <SkipLink />
      <header>
        {banner}
        <div className="mx-auto flex max-w-narrow flex-wrap items-center gap-x-4 gap-y-2 px-4 pt-8 sm:pt-16">
          <Brand partner={partner} />
          {beside}
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto flex max-w-narrow flex-col gap-6 px-4 py-8 outline-none"
      >
        {children}
      </main>
    </div>
  );
}
