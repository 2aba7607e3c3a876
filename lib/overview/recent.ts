import "server-only";
import { desc, eq, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { auditEntries, auditPeople, customers } from "@/db/schema";
import { nameOfActor } from "@/lib/audit/model";
import { actorColumns, ofEntry } from "@/lib/audit/person";
import type { RecentView } from "./model";

const SHOWN = 10;
/** Sign-ins and settings stand in the same log. */
const READ = 100;

/** What happened last to customers, latest first. Typing is no news. */
export async function readRecent(): Promise<RecentView[]> {
  const latest = db
    .select({
      seq: auditEntries.seq,
      at: auditEntries.at,
      ...actorColumns,
      action: auditEntries.action,
      details: auditEntries.details,
      subject: auditEntries.subject,
    })
    .from(auditEntries)
    .leftJoin(auditPeople, ofEntry)
    .orderBy(desc(auditEntries.seq))
    .limit(READ)
    .as("latest");
  const rows = await db
    .select({
      ...{ seq: latest.seq, at: latest.at },
      ...{ actorKind: latest.actorKind, actorId: latest.actorId, name: latest.name },
      ...{ action: latest.action, details: latest.details },
      ...{ id: customers.id, companyName: customers.companyName },
    })
    .from(latest)
    .innerJoin(customers, eq(customers.id, latest.subject))
    .where(ne(latest.action, "onboarding.step_saved"))
    .orderBy(desc(latest.seq))
    .limit(SHOWN);
  return rows.map(({ seq, at, id, companyName, action, details, ...actor }) => ({
    action,
    details,
    actor: nameOfActor(actor),
    id: String(seq),
    at: at.toISOString(),
    customer: { id, companyName },
  }));
}
