import "server-only";
import { inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor, Reader } from "@/lib/auth/model";
import { type CustomerFilter, isCounted } from "@/lib/portfolio/model";
import { readCounts } from "./counts";
import { type Seeker, wayOf } from "./filter";
import { type CustomerPage, type CustomerRow, countMatching } from "./model";
import { placeIn } from "./ordering";
import { rowColumns, toRow } from "./rows";
import { countAlong, neighbours, walk } from "./walk";

/** How far matches are counted where no counter is kept. */
const COUNT_MAX = 1_000;

/** One page of the list. A cursor that is not one of ours shows the first page. */
export async function listCustomers(actor: Actor, filter: CustomerFilter): Promise<CustomerPage> {
  authorize(actor, "customer.read");
  const way = wayOf(filter, await wordsOf(filter.search), actor);
  const after = placeIn(way.ordering, filter.after);
  const before = after ? undefined : placeIn(way.ordering, filter.before);
  const look = { from: after ?? before, backwards: before !== undefined };
  const [stretch, matching] = await Promise.all([
    walk(way, { ...look, limit: filter.size }),
    countWay(way, filter),
  ]);
  const rows = await readRows(
    actor,
    stretch.places.map(({ id }) => id),
  );
  return {
    rows,
    matching,
    ...neighbours(way, stretch, look),
    windowEnded: stretch.ended !== undefined,
  };
}

/** How many a filter leaves; with `more`, at least so many. */
export async function countList(seeker: Seeker, filter: CustomerFilter) {
  return countWay(wayOf(filter, await wordsOf(filter.search), seeker), filter);
}

/** Exact where a counter is kept. */
async function countWay(way: ReturnType<typeof wayOf>, filter: CustomerFilter) {
  if (!isCounted(filter)) return countAlong(way, COUNT_MAX);
  return { count: countMatching(await readCounts(), filter), more: false };
}

/** Ids of what a filter leaves, in the order of the list; `more` when there are others. */
export async function idsMatching(
  actor: Actor,
  filter: CustomerFilter,
  max: number,
): Promise<{ ids: string[]; more: boolean }> {
  authorize(actor, "customer.read");
  const ids: string[] = [];
  for await (const some of stretches(actor, filter, max + 1)) ids.push(...some);
  return { ids: ids.slice(0, max), more: ids.length > max };
}

/** Ids of everything a filter leaves, some at a time, each customer once unless its place changes meanwhile. */
export async function* stretches(
  seeker: Seeker,
  filter: CustomerFilter,
  max = Number.POSITIVE_INFINITY,
): AsyncGenerator<string[]> {
  const way = wayOf(filter, await wordsOf(filter.search), seeker);
  const limit = 500;
  let left = max;
  let from: Parameters<typeof walk>[1]["from"];
  do {
    const { places, more, ended } = await walk(way, { from, limit: Math.min(limit, left) });
    if (places.length > 0) yield places.map(({ id }) => id);
    left -= places.length;
    from = more ? places.at(-1) : ended;
  } while (from && left > 0);
}

/** The rows of these customers, in this order. */
export async function readRows(reader: Reader, ids: string[]): Promise<CustomerRow[]> {
  if (ids.length === 0) return [];
  const found = await db.select(rowColumns).from(customers).where(inArray(customers.id, ids));
  const rows = new Map(found.map((row) => [row.id, toRow(row, reader)]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}

/** What is looked for, as the terms of customers are written. */
async function wordsOf(search: string): Promise<string[]> {
  if (search === "") return [];
  const address = search.replace(/^https?:\/\/(www\.)?/i, "").replace(/^www\./i, "");
  const found = await db.execute<{ word: string }>(
    sql`select search_words(${address.replace(/\/\S*$/, "")}) as word`,
  );
  return found.map(({ word }) => word);
}
