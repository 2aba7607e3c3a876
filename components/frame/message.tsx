import type { ReactNode } from "react";
import { buttonLook } from "@/components/ui/button";

type Props = { title: string; children: ReactNode; next: ReactNode };

/** Says why there is no page here, and what to do next. */
export function Message({ title, children, next }: Props) {
  return (
    <div className="flex max-w-reading flex-col items-start gap-6">
      <h1>{title}</h1>
      {children}
      {next}
    </div>
  );
}

/** Plain HTML: a page that stands in for another brings no script of its own. */
export function MessageLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className={buttonLook("primary")}>
      {children}
    </a>
  );
}
