import { type CustomerFilter, writeFilter } from "@/lib/portfolio/model";

/** In the address of a list whose filters are open. */
export const FILTERS = "filters";

/** What was pressed last counts: the button that shows the list closes them. */
export function areFiltersOpen(values: unknown): boolean {
  return [values].flat().at(-1) === "open";
}

export function withFilters(address: string): `/customers?${string}` {
  const [, query = ""] = address.split("?");
  return `/customers?${new URLSearchParams([...new URLSearchParams(query), [FILTERS, "open"]])}`;
}

/** The address of a filtered list; what is usual is left out. */
export function listAddress(
  filter: Partial<CustomerFilter>,
): `/customers?${string}` | "/customers" {
  const query = writeFilter(filter);
  return query === "" ? "/customers" : `/customers?${query}`;
}
