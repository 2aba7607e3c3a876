"use client";

import { buttonLook } from "@/components/ui/button";

/** Without JavaScript the browser's own Print does the same. */
export function PrintButton({ look = buttonLook("plain") }: { look?: string }) {
  return (
    <button type="button" className={`${look} noscript:hidden`} onClick={() => window.print()}>
      Print
    </button>
  );
}
