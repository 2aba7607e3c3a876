import type { CustomerFilter } from "@/lib/customers/model";
import type { Turn } from "@/lib/statuses/model";

type Narrowing = Partial<CustomerFilter>;

/** The address of a filtered list; what is empty is left out. */
export function listAddress(filter: Narrowing): `/customers?${string}` | "/customers" {
  const query = new URLSearchParams();
  if (filter.search) query.set("q", filter.search);
  if (filter.turn) query.set("turn", filter.turn);
  if (filter.status) query.set("status", filter.status);
  if (filter.after) query.set("after", filter.after);
  if (filter.before) query.set("before", filter.before);
  return query.size > 0 ? `/customers?${query}` : "/customers";
}

export type Tab = { label: string; turn: Turn | null; status: string | null };

/** Whose turn it is comes first: that is what people look for. */
export const tabs: Tab[] = [
  { label: "All", turn: null, status: null },
  { label: "Needs you", turn: "you", status: null },
  { label: "With customers", turn: "customer", status: null },
  { label: "With Plaid or banks", turn: "plaid", status: null },
  { label: "Live", turn: null, status: "ACTIVE" },
];
