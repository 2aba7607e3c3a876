import "server-only";
import { asc, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { institutionCounts, users } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import { type Actor, permissions } from "@/lib/auth/model";
import { firstOfBank } from "@/lib/institutions/portfolio";

/** What the list can be narrowed to besides what our dictionaries know. */
export async function getFilterOptions(actor: Actor) {
  authorize(actor, "customer.read");
  const [people, banks] = await Promise.all([listPeople(), listBanks()]);
  return { people, banks };
}

/** Everybody a customer may be assigned to, also who has left meanwhile. */
function listPeople() {
  return db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.role, [...permissions["onboarding.review"]]))
    .orderBy(asc(users.name), asc(users.id));
}

/** Banks by name, each with the statuses that some customer has there. */
async function listBanks() {
  const rows = await db.execute<{ id: string; name: string; statuses: string[] }>(sql`
    select id, name, statuses from (
      select institution_id as id, array_agg(status order by status) as statuses from (
        select institution_id, status from ${institutionCounts} group by 1, 2 having sum(n) > 0
      ) as held group by institution_id
    ) as bank cross join lateral (
      select name from institutions where institution_id = bank.id
      ${firstOfBank}
    ) as called order by name, id
  `);
  return rows.map(({ id, name, statuses }) => ({ id, name, statuses }));
}
