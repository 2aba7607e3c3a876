import "server-only";
import { and, eq, gt, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { deliveries, webhookRejections } from "@/db/schema";
import { type Cursor, encodeCursor } from "@/lib/customers/cursor";
import type { Way } from "@/lib/customers/filter";
import { type Ordering, placeIn } from "@/lib/customers/ordering";
import { type Stretch, walk } from "@/lib/customers/walk";
import { within } from "@/lib/period/within";
import type { WebhookFilter } from "./model";

const NAME = "webhooks";

/** Places of a page, latest first, and where the next one begins. */
export type Places = { places: Cursor[]; next: string | null };

/** Deliveries and rejections as one line; each is walked along an index of its own. */
export async function findPlaces(filter: WebhookFilter, limit: number): Promise<Places> {
  const ways = [ofDeliveries(filter), ofRejections(filter)].flatMap((way) => way ?? []);
  const stretches = await Promise.all(
    ways.map((way) => walk(way, { from: placeIn(way.ordering, filter.after), limit })),
  );
  // What lies behind the end of one look may have something of the other look before it.
  const ends = stretches.flatMap(endOf).toSorted(latestFirst);
  const horizon = ends.at(0);
  const merged = stretches
    .flatMap(({ places }) => places)
    .filter((place) => !horizon || latestFirst(place, horizon) <= 0)
    .toSorted(latestFirst);
  const places = merged.slice(0, limit);
  const last = merged.length > limit ? places.at(-1) : horizon;
  return { places, next: last ? encodeCursor(NAME, last) : null };
}

function endOf({ places, more, ended }: Stretch): Cursor[] {
  const end = more ? places.at(-1) : ended;
  return end ? [end] : [];
}

function latestFirst(a: Cursor, b: Cursor): number {
  return Number(b.key) - Number(a.key) || (a.id < b.id ? 1 : -1);
}

function orderBy(key: SQLWrapper, id: SQLWrapper): Ordering {
  return { name: NAME, kind: "time", descending: true, key, id };
}

/** Along what is rarest: a customer, then a verdict that is not the usual one, then a bank. */
function ofDeliveries(filter: WebhookFilter): Way | undefined {
  const { verdict, clientId, institutionId } = filter;
  if (verdict === "rejected") return undefined;
  const client = clientId ? eq(deliveries.clientId, clientId) : undefined;
  const bank = institutionId ? eq(deliveries.institutionId, institutionId) : undefined;
  const came = verdict && ofVerdict(verdict);
  const rare = verdict === "verified" ? undefined : (came ?? undefined);
  const [first, ...others] = [client, rare, bank, came ?? undefined].flatMap((one) => one ?? []);
  return {
    ordering: orderBy(deliveries.receivedAt, deliveries.id),
    from: sql`${deliveries}`,
    along: and(first, within(deliveries.receivedAt, filter)),
    pick: and(...others.filter((one) => one !== first)),
  };
}

function ofVerdict(verdict: Exclude<WebhookFilter["verdict"], "rejected" | null>): SQL {
  return verdict === "duplicate"
    ? gt(deliveries.attempts, sql`1`)
    : eq(deliveries.verdict, verdict);
}

/** Nobody vouches for what a rejected request says of customers and banks. */
function ofRejections(filter: WebhookFilter): Way | undefined {
  const { verdict, clientId, institutionId } = filter;
  if (clientId || institutionId || (verdict && verdict !== "rejected")) return undefined;
  return {
    ordering: orderBy(webhookRejections.at, webhookRejections.id),
    from: sql`${webhookRejections}`,
    along: within(webhookRejections.at, filter),
    pick: undefined,
  };
}
