import type { ReactNode } from "react";
import { ChevronRight } from "./icons";

const look =
  "flex min-h-control w-fit max-w-full cursor-pointer items-center gap-2 rounded-control py-1 font-medium";

/** More of the same for those who want it. Works before, and without, JavaScript. */
export function Disclosure({
  summary,
  children,
  open,
}: {
  summary: ReactNode;
  children: ReactNode;
  /** Open at first. */
  open?: boolean;
}) {
  return (
    <details open={open} className="group/disclosure min-w-0">
      <summary className={`${look} list-none [&::-webkit-details-marker]:hidden`}>
        <ChevronRight className="transition-transform group-open/disclosure:rotate-90" />
        <span className="min-w-0 underline underline-offset-4">{summary}</span>
      </summary>
      <div className="pt-2 pb-1">{children}</div>
    </details>
  );
}

/** Looks like one that is closed; what it would show comes with the next page. */
export function DisclosureButton({
  children,
  ...sent
}: {
  children: ReactNode;
  name: string;
  value: string;
}) {
  return (
    <button {...sent} className={`${look} print:hidden forced-colors:border`}>
      <ChevronRight />
      <span className="min-w-0 underline underline-offset-4">{children}</span>
    </button>
  );
}
