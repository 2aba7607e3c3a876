"use client";

import { useRouter } from "next/navigation";
import { createContext, Fragment, type ReactNode, use, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/counts";
import type { Point } from "@/lib/live/model";
import { announceChange } from "./announce-change";
import { listenSince } from "./news";
import { refreshSoon } from "./refresh";
import { updatesBetween } from "./steady";
import type { LiveWords } from "./words";

const PAUSE_MS = 1_000;

/** What shows one customer, by its id. */
type LiveRow = { id: string; row: ReactNode };

const Shown = createContext<LiveRow[]>([]);

type Props = {
  rows: LiveRow[];
  /** What the rows show includes everything before. */
  point: Point;
  words: LiveWords;
  children: ReactNode;
};

/**
 * Keeps the order people are looking at: rows change where they stand, and new rows or another order
 * wait until somebody asks for them. `LiveRows`, somewhere below it, is where they stand. Give it a
 * key that changes with what the list is narrowed to.
 */
export function LiveList({ rows, point, words, children }: Props) {
  const router = useRouter();
  const [latest, setLatest] = useState(rows);
  const [shown, setShown] = useState(rows);
  if (latest !== rows) {
    setLatest(rows);
    setShown(inPlace(shown, rows));
  }
  const updates = updatesBetween(shown.map(idOf), rows.map(idOf));

  useEffect(
    () =>
      listenSince(point, (changes) => {
        const here = new Set(shown.map(idOf));
        if (!changes || changes.some(({ customerId }) => here.has(customerId))) {
          refreshSoon(router, PAUSE_MS);
        }
      }),
    [router, point, shown],
  );
  const said = withCount(words.notShown, updates);
  useEffect(() => {
    if (updates > 0) announceChange(said, words.changes);
  }, [updates, said, words.changes]);

  return (
    <Shown value={shown}>
      <div>
        {/* The button stands in the room above the rows, higher than it: nothing moves for it. */}
        <div className="flex h-5 items-end justify-end print:hidden">
          {updates > 0 && (
            <Button type="button" variant="secondary" onClick={() => setShown(rows)}>
              {withCount(words.updates, updates)}
            </Button>
          )}
        </div>
        {children}
      </div>
    </Shown>
  );
}

/** The rows of the `LiveList` around it. */
export function LiveRows() {
  return use(Shown).map(({ id, row }) => <Fragment key={id}>{row}</Fragment>);
}

function withCount({ one, other }: LiveWords["updates"], count: number): string {
  return count === 1 ? one : other.replace("{count}", formatCount(count));
}

function idOf({ id }: LiveRow): string {
  return id;
}

/** A row that has left the list stays as it was until somebody asks for the list as it is. */
function inPlace(shown: LiveRow[], latest: LiveRow[]): LiveRow[] {
  const byId = new Map(latest.map((row) => [row.id, row]));
  return shown.map((row) => byId.get(row.id) ?? row);
}
