"use client";

import { useActionState, useEffect, useState } from "react";
import type { Act } from "@/components/acts/explanation";
import { Outcome } from "@/components/acts/outcome";
import { announce } from "@/components/frame/announce";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/counts";
import type { ChosenKind } from "@/lib/runs/model";
import type { SelectionWords } from "./list-words";
import { SELECTION } from "./select-row";

const kinds: ChosenKind[] = ["remind", "assign", "enable"];

/**
 * What can be done to the rows that are ticked. The boxes belong to this form wherever they stand,
 * and it shows once one of them is ticked: neither takes JavaScript.
 */
export function Selection({
  filter,
  words,
  mayExport,
  ask,
}: {
  /** What the list is narrowed to, as in its address. */
  filter: string;
  words: SelectionWords;
  mayExport: boolean;
  ask: Act;
}) {
  const [told, action, pending] = useActionState(ask, null);
  const { ticked, all, setAll, clear } = useTicked(words);
  return (
    <form
      id={SELECTION}
      action={action}
      aria-label={words.label}
      className={`sticky bottom-0 z-10 flex-col gap-2 border-t bg-page py-3 print:hidden ${told ? "flex" : "hidden [main:has([form=selection]:checked)_&]:flex"}`}
    >
      {told && <Outcome {...told} />}
      <input type="hidden" name="filter" value={filter} />
      <div className="flex flex-wrap items-center gap-2">
        {ticked > 0 && (
          <>
            <p className="font-medium tabular-nums">
              {all ? words.all : words.some.replace("{count}", formatCount(ticked))}
            </p>
            <Button aria-keyshortcuts="Escape" type="button" variant="quiet" onClick={clear}>
              {words.clear}
            </Button>
          </>
        )}
        {kinds.map((kind) => (
          <Button
            key={kind}
            name="kind"
            value={kind}
            variant="secondary"
            aria-disabled={pending}
            onClick={(event) => pending && event.preventDefault()}
          >
            {words[kind]}
          </Button>
        ))}
        {mayExport && (
          <Button variant="secondary" formAction="/customers/export" formMethod="get">
            {words.export}
          </Button>
        )}
        <label className="flex min-h-control items-center gap-2">
          <input
            type="checkbox"
            name="all"
            checked={all}
            onChange={({ target }) => setAll(target.checked)}
            className="size-6 shrink-0 accent-primary"
          />
          {words.every}
        </label>
      </div>
    </form>
  );
}

function boxes(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`input[form="${SELECTION}"]`)];
}

/** Counts the boxes, ticks a range with Shift, and says how many are ticked. */
function useTicked({ some, nothing }: SelectionWords) {
  const [ticked, setTicked] = useState(0);
  const [all, setAll] = useState(false);

  useEffect(() => {
    let last: HTMLInputElement | undefined;
    let shift = false;
    const press = (event: MouseEvent) => {
      shift = event.shiftKey;
    };
    const change = ({ target }: Event) => {
      const every = boxes();
      if (!(target instanceof HTMLInputElement) || !every.includes(target)) return;
      if (shift && last) tickBetween(every, last, target);
      last = target;
      tell();
    };
    const tell = () => {
      const count = boxes().filter(({ checked }) => checked).length;
      setTicked(count);
      if (count === 0) setAll(false);
      announce(some.replace("{count}", String(count)));
    };
    // What a browser has kept ticked, when somebody comes back to the page.
    setTicked(boxes().filter(({ checked }) => checked).length);
    document.addEventListener("click", press, true);
    document.addEventListener("change", change);
    return () => {
      document.removeEventListener("click", press, true);
      document.removeEventListener("change", change);
    };
  }, [some]);

  const clear = () => {
    for (const box of boxes()) box.checked = false;
    setTicked(0);
    setAll(false);
    announce(nothing);
  };
  return { ticked, all, setAll, clear };
}

/** Between two boxes all become like the second. */
function tickBetween(every: HTMLInputElement[], from: HTMLInputElement, to: HTMLInputElement) {
  const places = [every.indexOf(from), every.indexOf(to)];
  for (const box of every.slice(Math.min(...places), Math.max(...places) + 1)) {
    box.checked = to.checked;
  }
}
