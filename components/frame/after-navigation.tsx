"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { focusHeading, keepFocus } from "./keep-focus";

/**
 * When a link has changed the page in place: its menu closes, and reading goes on at the heading. What
 * takes away the control that has the focus leaves it nearby.
 */
export function AfterNavigation() {
  const address = `${usePathname()}?${useSearchParams()}`;
  const shown = useRef(address);
  useEffect(() => {
    if (shown.current === address) return;
    shown.current = address;
    // Somebody is typing what the page follows.
    if (document.activeElement?.closest("[data-keeps-focus]")) return;
    document.querySelector<HTMLElement>(":popover-open")?.hidePopover();
    focusHeading(document.body);
  }, [address]);
  useEffect(keepFocus, []);
  return null;
}
