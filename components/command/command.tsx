"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, type SyntheticEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Search } from "@/components/ui/icons";
import type { Means } from "./answer";

type Props = Pick<Means, "role" | "act"> & {
  /** On the button of the search. */
  label: string;
  /** Whether this person wants shortcuts of one key. */
  singleKeys: boolean;
};

/** The search of the frame, and who listens for keys. Whatever answers is loaded when it is first wanted. */
export function Command({ label, singleKeys, ...means }: Props) {
  const { push } = useRouter();
  const [shown, show] = useState<ReactNode>();

  async function ask(event: KeyboardEvent | SyntheticEvent) {
    const { answer } = await import("./answer");
    answer(event, { ...means, show, go: push });
  }

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key } = event;
      const control = event.ctrlKey || event.metaKey;
      const ours = control ? key === "k" : singleKeys && /^[a-z/?]$|^Esc/.test(key);
      if (!ours || (!control && isTyping(event.target))) return;
      // A browser has uses of its own for these two.
      if (control || key === "/") event.preventDefault();
      ask(event);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  });

  return (
    <>
      <form
        action="/customers"
        onSubmit={(event) => {
          event.preventDefault();
          ask(event);
        }}
      >
        <Button variant="plain" aria-keyshortcuts="Control+K Meta+K">
          <Search className="size-5" />
          <span className="max-sm:sr-only">{label}</span>
        </Button>
      </form>
      {shown}
    </>
  );
}

/** Where letters are letters. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("input, textarea, select");
}
