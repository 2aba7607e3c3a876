"use client";

import { buttonLook } from "@/components/ui/button";

/** Without JavaScript the browser's own Print does the same. */
export function PrintButton({
  label,
  look = buttonLook("plain"),
}: {
  label: string;
  look?: string;
}) {
  return (
    <button type="button" className={`${look} noscript:hidden`} onClick={() => window.print()}>
      {label}
    </button>
  );
}
