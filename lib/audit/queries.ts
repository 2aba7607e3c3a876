import "server-only";
import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { auditEntries, auditPeople, customers, users } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import { describeDevice } from "@/lib/auth/device";
import type { Actor } from "@/lib/auth/model";
import type { Translate } from "@/lib/languages/model";
import { within } from "@/lib/period/within";
import type { AuditFilter, AuditOptions, AuditPage, AuditRow } from "./model";
import { actorColumns, ofEntry } from "./person";

const PAGE_SIZE = 50;
const PEOPLE_MAX = 500;

/** Latest first. */
export async function listAudit(
  actor: Actor,
  filter: AuditFilter,
  t: Translate<"auth.device">,
): Promise<AuditPage> {
  authorize(actor, "audit.read");
  const found = await readEntries(filter, PAGE_SIZE + 1);
  const rows = await withObjects(found.slice(0, PAGE_SIZE), t);
  return { rows, next: found.length > PAGE_SIZE ? (rows.at(-1)?.seq ?? null) : null };
}

export async function getAuditOptions(actor: Actor): Promise<AuditOptions> {
  authorize(actor, "audit.read");
  const people = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .orderBy(asc(users.name))
    .limit(PEOPLE_MAX);
  return { people };
}

/** Numbers follow time, so a period is a range of numbers, whatever else narrows the log. */
export async function readEntries(filter: AuditFilter, limit: number) {
  const { actorId, action, subject, before } = filter;
  const { seq } = auditEntries;
  const narrowed = actorId || action || subject;
  return selectEntries(
    and(
      actorId ? eq(auditEntries.actorId, actorId) : undefined,
      action ? eq(auditEntries.action, action) : undefined,
      subject ? eq(auditEntries.subject, subject) : undefined,
      before ? sql`${auditEntries.seq} < ${before}::bigint` : undefined,
      filter.from ? sql`${auditEntries.seq} >= ${edge(filter, "asc")}` : undefined,
      filter.until ? sql`${auditEntries.seq} <= ${edge(filter, "desc")}` : undefined,
    ),
    // As the index says it: PostgreSQL uses one only for an order that says the same of nulls.
    narrowed ? sql`${seq} desc nulls last` : sql`${seq} desc`,
    limit,
  );
}

/** The first or last number of the period; null, which matches nothing, where it has none. */
function edge(period: AuditFilter, order: "asc" | "desc"): SQL {
  const { at, seq } = auditEntries;
  const way = sql.raw(order);
  return sql`(select ${seq} from ${auditEntries} where ${within(at, period)}
    order by ${at} ${way}, ${seq} ${way} limit 1)`;
}

function selectEntries(where: SQL | undefined, order: SQL, limit: number) {
  return db
    .select({
      seq: auditEntries.seq,
      at: auditEntries.at,
      ...actorColumns,
      action: auditEntries.action,
      subject: auditEntries.subject,
      details: auditEntries.details,
      hash: auditEntries.hash,
      ip: auditPeople.ip,
      userAgent: auditPeople.userAgent,
    })
    .from(auditEntries)
    .leftJoin(auditPeople, ofEntry)
    .where(where)
    .orderBy(order)
    .limit(limit);
}

/** Of what is shown only. */
async function withObjects(
  entries: Awaited<ReturnType<typeof readEntries>>,
  t: Translate<"auth.device">,
): Promise<AuditRow[]> {
  const ids = [...new Set(entries.map(({ subject }) => subject))];
  const objects = new Map<string, AuditRow["object"]>();
  for (const { id, name } of await namesOf(customers, customers.companyName, ids)) {
    objects.set(id, { name, href: `/customers/${id}` });
  }
  for (const { id, name } of await namesOf(users, users.name, ids)) {
    objects.set(id, { name, href: `/admin/audit?person=${id}` });
  }
  for (const id of ids)
    if (id.startsWith("run_")) objects.set(id, { name: null, href: `/runs/${id}` });
  return entries.map(({ at, hash: _, ...entry }) => ({
    ...entry,
    at: at.toISOString(),
    device: entry.userAgent && describeDevice(entry.userAgent, t),
    object: objects.get(entry.subject) ?? null,
  }));
}

async function namesOf(
  table: typeof customers | typeof users,
  name: typeof customers.companyName | typeof users.name,
  ids: string[],
): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  return db.select({ id: table.id, name }).from(table).where(inArray(table.id, ids));
}
