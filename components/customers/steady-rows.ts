import type { CustomerRow } from "@/lib/customers/model";

/**
 * Keeps the order people are looking at. `waiting` counts what a fresh look would add or move:
 * rows that are new here, and rows that changed since and now belong to another place.
 */
export function steady(first: CustomerRow[], latest: CustomerRow[]) {
  const byId = new Map(latest.map((row) => [row.id, row]));
  const shown = first.map((row) => byId.get(row.id) ?? row);
  const inPlace = first.every((row, index) => row.id === latest[index]?.id);
  const known = new Map(first.map((row) => [row.id, row.updatedAt]));
  const changed = latest.filter((row) => known.get(row.id) !== row.updatedAt).length;
  return { shown, waiting: inPlace && first.length === latest.length ? 0 : Math.max(changed, 1) };
}
