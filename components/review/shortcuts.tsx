"use client";

import { useEffect, useSyncExternalStore } from "react";
import { useHydrated } from "@/components/customers/use-hydrated";
import { Button } from "@/components/ui/button";
import { shortcuts } from "./keys";

const OFF = "vestibule.shortcuts.off";
const CHANGED = "vestibule:shortcuts";

/** For people who read one review after another; whoever types by voice turns it off. */
export function Shortcuts() {
  const hydrated = useHydrated();
  const on = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(OFF) === null,
    () => false,
  );

  useEffect(() => {
    if (!on) return;
    document.addEventListener("keydown", goThere);
    return () => document.removeEventListener("keydown", goThere);
  }, [on]);

  if (!hydrated) return null;
  return (
    <p className="mt-8 flex flex-wrap items-center gap-x-1 text-muted text-sm print:hidden">
      <span>
        Keys: {shortcuts.approve} goes to Approve, {shortcuts.requestChanges} to Request changes,{" "}
        {shortcuts.reviewNext} to Review next.
      </span>
      <Button type="button" variant="plain" onClick={() => turn(!on)}>
        {on ? "Turn keys off" : "Turn keys on"}
      </Button>
    </p>
  );
}

function goThere(event: KeyboardEvent): void {
  const { key, target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!/^[acn]$/.test(key) || (target instanceof Element && target.closest(typing))) return;
  const button = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
  if (!button) return;
  event.preventDefault();
  button.focus();
}

/** Where letters are letters. */
const typing = "input, textarea, select, [contenteditable], [role=alertdialog]";

function turn(on: boolean): void {
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed);
  return () => window.removeEventListener(CHANGED, changed);
}
