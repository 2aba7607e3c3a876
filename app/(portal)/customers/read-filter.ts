import type { CustomerFilter } from "@/lib/customers/model";
import type { Turn } from "@/lib/statuses/model";

type Query = Record<string, string | string[] | undefined>;

const turns: readonly string[] = ["you", "customer", "plaid", "nobody"] satisfies Turn[];
const SEARCH_LENGTH_MAX = 200;

/** The address as a filter; what makes no sense is left out. */
export function readFilter(query: Query): CustomerFilter {
  const turn = first(query.turn);
  return {
    search: (first(query.q) ?? "").slice(0, SEARCH_LENGTH_MAX).trim(),
    status: first(query.status)?.slice(0, SEARCH_LENGTH_MAX) || null,
    // The list above holds every turn and nothing else.
    turn: turn && turns.includes(turn) ? (turn as Turn) : null,
    after: first(query.after) ?? null,
    before: first(query.before) ?? null,
  };
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
