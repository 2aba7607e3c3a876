import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Cursor, encodeCursor } from "./cursor";
import { type Way, WINDOW } from "./filter";
import { beyond, inOrder, keyOf } from "./ordering";

export type Stretch = {
  /** In the order of the list, also backwards. */
  places: Cursor[];
  /** There are more of them on the side that was looked at. */
  more: boolean;
  /** Where the look ended before it had found enough; more may follow. */
  ended: Cursor | undefined;
};

type Look = { from?: Cursor | undefined; backwards?: boolean; limit: number };

/** Up to `limit` rows along a way. Looks at no more rows than a window has, however few it picks. */
export async function walk(way: Way, { from, backwards = false, limit }: Look): Promise<Stretch> {
  const window = way.pick ? WINDOW : limit + 1;
  const found = await db.execute<Cursor>(sql`
    select key, id from (${seen(way, { from, backwards, window })}) as seen where picked
    order by ${inOrder({ ...way.ordering, key: sql`at`, id: sql`id` }, backwards)}
    limit ${limit + 1}
  `);
  const more = found.length > limit;
  const places = found.slice(0, limit).map(({ key, id }) => ({ key, id }));
  const ended = more ? undefined : await endOf(way, { from, backwards, window });
  if (backwards) places.reverse();
  return { places, more, ended };
}

type Seen = { from: Cursor | undefined; backwards: boolean; window: number };

function seen({ ordering, along, pick, ...way }: Way, { from, backwards, window }: Seen): SQL {
  return sql`
    select ${keyOf(ordering)} as key, ${ordering.key} as at, ${ordering.id} as id,
      ${pick ?? sql`true`} as picked
    from ${way.from} where ${and(along, beyond(ordering, from, backwards)) ?? sql`true`}
    order by ${inOrder(ordering, backwards)} limit ${window}
  `;
}

/** The last row of a full window; undefined where the rows themselves had an end. */
async function endOf(way: Way, look: Seen): Promise<Cursor | undefined> {
  if (!way.pick) return undefined;
  const [last] = await db.execute<Cursor>(sql`
    select key, id from (${seen({ ...way, pick: undefined }, look)}) as seen offset ${look.window - 1}
  `);
  return last && { key: last.key, id: last.id };
}

/** How many there are from the beginning, as far as a window reaches and up to a limit. */
export async function countAlong(
  way: Way,
  limit: number,
): Promise<{ count: number; more: boolean }> {
  const look = { from: undefined, backwards: false, window: way.pick ? WINDOW : limit + 1 };
  const [row] = await db.execute<{ count: number; looked: number }>(sql`
    select count(*) filter (where picked)::int as count, count(*)::int as looked
    from (${seen(way, look)}) as seen
  `);
  const { count, looked } = row ?? { count: 0, looked: 0 };
  return {
    count: Math.min(count, limit),
    more: count > limit || (!!way.pick && looked === WINDOW),
  };
}

/** Addresses of the pages beside one, as cursors. */
export function neighbours(
  { ordering }: Way,
  { places, more, ended }: Stretch,
  { from, backwards }: { from: Cursor | undefined; backwards: boolean },
) {
  const cursorOf = (place: Cursor | undefined) =>
    place ? encodeCursor(ordering.name, place) : null;
  const [first, last] = [places.at(0), places.at(-1)];
  if (backwards) return { previous: cursorOf(more ? first : ended), next: cursorOf(last ?? from) };
  return { previous: from ? cursorOf(first ?? from) : null, next: cursorOf(more ? last : ended) };
}
