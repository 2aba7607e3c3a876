import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { activityOf, nameKeyOf, searchTextOf, users } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { hasFactor } from "@/lib/auth/sessions";
import { encodeCursor } from "@/lib/customers/cursor";
import { beyond, inOrder, keyOf, type Ordering, placeIn } from "@/lib/customers/ordering";
import type { TeamFilter, TeamPage } from "./model";
import { matchesStatus, statusColumn } from "./status";

const PAGE_SIZE = 25;

const orderings: Record<TeamFilter["order"], Ordering> = {
  name: { name: "team-name", key: nameKeyOf(users.name), id: users.id, kind: "text" },
  activity: {
    name: "team-activity",
    key: activityOf(users.lastActiveAt, users.createdAt),
    id: users.id,
    kind: "time",
    descending: true,
  },
};

/** Who is in the team. A cursor that is none of this order shows the first page. */
export async function listTeam(
  actor: Actor,
  { search, role, status, order }: TeamFilter,
  page: { after: string | null; before: string | null },
): Promise<TeamPage> {
  authorize(actor, "team.manage");
  const ordering = orderings[order];
  const after = placeIn(ordering, page.after);
  const before = after ? undefined : placeIn(ordering, page.before);
  const found = await db
    .select({ ...rowColumns, key: keyOf(ordering) })
    .from(users)
    .where(
      and(
        search === "" ? undefined : contains(search),
        role === null ? undefined : eq(users.role, role),
        status === null ? undefined : matchesStatus[status],
        beyond(ordering, after ?? before, !!before),
      ),
    )
    .orderBy(inOrder(ordering, !!before))
    // One more than is shown tells whether there is another page.
    .limit(PAGE_SIZE + 1);

  const more = found.length > PAGE_SIZE;
  const shown = found.slice(0, PAGE_SIZE);
  if (before) shown.reverse();
  const [first, last] = [shown.at(0), shown.at(-1)];
  return {
    rows: shown.map(({ key: _, ...row }) => toRow(row)),
    previous: first && (before ? more : after) ? encodeCursor(ordering.name, first) : null,
    next: last && (before || more) ? encodeCursor(ordering.name, last) : null,
  };
}

export const rowColumns = {
  id: users.id,
  name: users.name,
  email: users.email,
  role: users.role,
  status: statusColumn,
  hasFactor,
  lastActiveAt: users.lastActiveAt,
};

export function toRow<R extends { lastActiveAt: Date | null }>({ lastActiveAt, ...row }: R) {
  return { ...row, lastActiveAt: lastActiveAt?.toISOString() ?? null };
}

/** Any part of a name or an address; what is typed stands for itself. */
function contains(search: string) {
  const literal = search.replaceAll(/[\\%_]/g, "\\$&");
  return sql`${searchTextOf(users.name, users.email)} like '%' || search_fold(${literal}) || '%'`;
}
