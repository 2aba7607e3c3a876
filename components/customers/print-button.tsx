"use client";

import { Button } from "@/components/ui/button";

/** Without JavaScript the browser's own Print does the same. */
export function PrintButton() {
  return (
    <Button
      type="button"
      variant="plain"
      className="justify-start text-base noscript:hidden"
      onClick={() => window.print()}
    >
      Print
    </Button>
  );
}
