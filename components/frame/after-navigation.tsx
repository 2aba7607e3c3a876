"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";

/** When a link has changed the page in place: its menu closes, and reading goes on at the heading. */
export function AfterNavigation() {
  const address = `${usePathname()}?${useSearchParams()}`;
  const shown = useRef(address);
  useEffect(() => {
    if (shown.current === address) return;
    shown.current = address;
    // Somebody is typing what the page follows.
    if (document.activeElement?.closest("[data-keeps-focus]")) return;
    document.querySelector<HTMLElement>(":popover-open")?.hidePopover();
    const heading = document.querySelector<HTMLElement>("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  }, [address]);
  return null;
}
