import { useEffect, useState } from "react";
import type { FoundCustomer } from "@/lib/customers/model";

const PAUSE_MS = 250;

/** A customer as the server answers with it. */
export type Found = Omit<FoundCustomer, "companyName"> & { name: string };

export type Search =
  | { state: "idle" | "searching" | "failed"; found: Found[] }
  | { state: "done"; found: Found[] };

/** Customers for what is typed, a moment after the last key. What was found stays until there is more. */
export function useCustomerSearch(typed: string): Search {
  const [search, setSearch] = useState<Search>({ state: "idle", found: [] });
  const wanted = typed.trim();

  useEffect(() => {
    if (wanted === "") return setSearch({ state: "idle", found: [] });
    const stale = new AbortController();
    setSearch(({ found }) => ({ state: "searching", found }));
    const timer = window.setTimeout(async () => {
      try {
        const address = `/api/search?q=${encodeURIComponent(wanted)}`;
        const answer = await fetch(address, { signal: stale.signal });
        if (!answer.ok) throw new Error(`search: ${answer.status}`);
        const found: Found[] = await answer.json();
        setSearch({ state: "done", found });
      } catch {
        if (!stale.signal.aborted) setSearch({ state: "failed", found: [] });
      }
    }, PAUSE_MS);
    return () => {
      window.clearTimeout(timer);
      stale.abort();
    };
  }, [wanted]);

  return search;
}
