"use client";

import { TextLink } from "@/components/ui/text-link";
import { useHydrated } from "@/components/ui/use-hydrated";
import { shortcuts } from "./keys";

/** For people who read one review after another. The frame listens for the keys. */
export function Shortcuts() {
  if (!useHydrated()) return null;
  return (
    <p className="mt-8 text-muted text-sm print:hidden">
      Keys: {shortcuts.approve} goes to Approve, {shortcuts.requestChanges} to Request changes,{" "}
      {shortcuts.reviewNext} to Review next. <TextLink href="/keyboard">All shortcuts</TextLink>
    </p>
  );
}
