import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { type Facts, requirementsOf } from "@/lib/requirements/model";
import type { CustomerView } from "./model";
import { factsOf, rowColumns, toRow } from "./rows";

const logo = sql<string>`coalesce((
  select answers ->> 'logo' from step_answers
  where customer_id = customers.id and step = 'logo'
), '')`;

/** Within a month, or gone by while the bank is not enabled. */
const classicEnds = sql<Facts["classicEnds"]>`(
  select jsonb_build_object('bank', name, 'day', classic_disablement_date) from institutions
  where customer_id = customers.id and classic_disablement_date < current_date + 31
    and (classic_disablement_date >= current_date or status <> 'ENABLED')
  order by classic_disablement_date, institution_id limit 1
)`;

const erasedAt: SQL<Date | null> = sql`(
  select erased_at from erasures where customer_id = customers.id
)`.mapWith(customers.updatedAt);

const customerQuery = db
  .select({
    ...rowColumns,
    applicationName: customers.applicationName,
    website: customers.website,
    createdAt: customers.createdAt,
    submittedAt: customers.submittedAt,
    enabledAt: customers.enabledAt,
    checkedAt: customers.checkedAt,
    logo,
    classicEnds,
    erasedAt,
  })
  .from(customers)
  .where(eq(customers.id, sql.placeholder("id")))
  .prepare("customer");

export async function getCustomer(actor: Actor, id: string): Promise<CustomerView | undefined> {
  authorize(actor, "customer.read");
  if (id.includes("\0")) return undefined;
  const [found] = await customerQuery.execute({ id });
  if (!found) return undefined;
  const facts = { ...factsOf(found, actor), classicEnds: found.classicEnds };
  return {
    ...toRow(found, actor),
    logo: found.logo,
    applicationName: found.applicationName,
    website: found.website,
    createdAt: found.createdAt.toISOString(),
    submittedAt: iso(found.submittedAt),
    enabledAt: iso(found.enabledAt),
    checkedAt: iso(found.checkedAt),
    erasedAt: iso(found.erasedAt),
    problem: found.problem,
    missingAtPlaid: facts.missingAtPlaid,
    requirements: requirementsOf(facts),
  };
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
