"use client";

import { menuItemLook } from "@/components/ui/menu";

/** Without JavaScript the browser's own Print does the same. */
export function PrintButton() {
  return (
    <button
      type="button"
      className={`${menuItemLook} noscript:hidden`}
      onClick={() => window.print()}
    >
      Print
    </button>
  );
}
