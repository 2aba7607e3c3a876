import { type CustomerFilter, writeFilter } from "@/lib/portfolio/model";

/** The address of a filtered list; what is usual is left out. */
export function listAddress(
  filter: Partial<CustomerFilter>,
): `/customers?${string}` | "/customers" {
  const query = writeFilter(filter);
  return query === "" ? "/customers" : `/customers?${query}`;
}
