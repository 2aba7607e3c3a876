import "server-only";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, partnerApiRequests } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { encodeCursor } from "@/lib/customers/cursor";
import type { Way } from "@/lib/customers/filter";
import { placeIn } from "@/lib/customers/ordering";
import { walk } from "@/lib/customers/walk";
import { within } from "@/lib/period/within";
import type { RequestFilter, RequestPage, RequestView } from "./model";

const PAGE_SIZE = 50;
const table = partnerApiRequests;

/** Calls of the Partner API, latest first. */
export async function listRequests(actor: Actor, filter: RequestFilter): Promise<RequestPage> {
  authorize(actor, "request.read");
  const way = wayOf(filter);
  const { ordering } = way;
  const from = placeIn(ordering, filter.after);
  const { places, more, ended } = await walk(way, { from, limit: PAGE_SIZE });
  const ids = places.map(({ id }) => id);
  const rows = new Map((await readRequests(ids)).map((row) => [row.id, row]));
  const last = more ? places.at(-1) : ended;
  return {
    rows: ids.flatMap((id) => rows.get(id) ?? []),
    next: last ? encodeCursor(ordering.name, last) : null,
  };
}

export async function getRequest(actor: Actor, id: string): Promise<RequestView | undefined> {
  authorize(actor, "request.read");
  if (id.includes("\0")) return undefined;
  return (await readRequests([id])).at(0);
}

/** Along what is rarest; what no index serves is picked from a window. */
function wayOf(filter: RequestFilter): Way {
  const { requestId, customerId, outcome, endpoint } = filter;
  const asked: SQL[] = [
    requestId && eq(table.requestId, requestId),
    customerId && eq(table.customerId, customerId),
    outcome && outcome !== "ok" && eq(table.outcome, outcome),
    endpoint && eq(table.endpoint, endpoint),
    outcome === "ok" && eq(table.outcome, outcome),
  ].flatMap((one) => one || []);
  const [first, ...others] = asked;
  return {
    ordering: { name: "requests", kind: "time", descending: true, key: table.at, id: table.id },
    from: sql`${table}`,
    along: and(first, within(table.at, filter)),
    pick: and(...others),
  };
}

/** Of a small number of ids, which the primary key finds. */
async function readRequests(ids: string[]): Promise<RequestView[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      call: table,
      customer: {
        id: customers.id,
        companyName: customers.companyName,
        clientId: customers.clientId,
      },
    })
    .from(table)
    .leftJoin(customers, eq(customers.id, table.customerId))
    .where(inArray(table.id, ids));
  return rows.map(({ call: { at, customerId: _, ...call }, customer }) => ({
    ...call,
    customer,
    at: at.toISOString(),
  }));
}
