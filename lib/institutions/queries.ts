import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, institutionChanges, institutions } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import type { InstitutionView, RegistrationView } from "./model";

const HISTORY_MAX = 10;

const headQuery = db
  .select({
    flowdownStatus: customers.flowdownStatus,
    questionnaireStatus: customers.questionnaireStatus,
    asOf: customers.registrationsAsOf,
    readAt: sql<string>`to_json(clock_timestamp()) #>> '{}'`,
  })
  .from(customers)
  .where(eq(customers.id, sql.placeholder("id")))
  .prepare("registration_head");

const banksQuery = db
  .select({
    institutionId: institutions.institutionId,
    name: institutions.name,
    status: institutions.status,
    environments: institutions.environments,
    statusSince: institutions.statusSince,
    productionEnablementDate: institutions.productionEnablementDate,
    classicDisablementDate: institutions.classicDisablementDate,
    errors: institutions.errors,
  })
  .from(institutions)
  .where(eq(institutions.customerId, sql.placeholder("id")))
  .orderBy(asc(institutions.name), asc(institutions.institutionId))
  .prepare("registration_banks");

const numbered = db.$with("numbered").as(
  db
    .select({
      institutionId: institutionChanges.institutionId,
      status: institutionChanges.status,
      source: institutionChanges.source,
      at: institutionChanges.at,
      place: sql<number>`row_number() over (
        partition by ${institutionChanges.institutionId}
        order by ${institutionChanges.at} desc, ${institutionChanges.id} desc
      )`.as("place"),
    })
    .from(institutionChanges)
    .where(eq(institutionChanges.customerId, sql.placeholder("id"))),
);

const historyQuery = db
  .with(numbered)
  .select({
    institutionId: numbered.institutionId,
    status: numbered.status,
    source: numbered.source,
    at: numbered.at,
  })
  .from(numbered)
  .where(sql`${numbered.place} <= ${HISTORY_MAX}`)
  .orderBy(asc(numbered.place))
  .prepare("registration_history");

/** One customer at every bank, with the last ten changes of each. */
export async function getRegistration(
  actor: Actor,
  customerId: string,
): Promise<RegistrationView | undefined> {
  authorize(actor, "customer.read");
  if (customerId.includes("\0")) return undefined;
  const id = { id: customerId };
  const [[head], banks, changes] = await Promise.all([
    headQuery.execute(id),
    banksQuery.execute(id),
    historyQuery.execute(id),
  ]);
  if (!head) return undefined;

  const history = byBank(changes);
  return {
    flowdownStatus: head.flowdownStatus,
    questionnaireStatus: head.questionnaireStatus,
    checkedAt: head.asOf?.toISOString() ?? null,
    readAt: head.readAt,
    institutions: banks.map((bank) => ({
      ...bank,
      statusSince: bank.statusSince.toISOString(),
      history: toHistory(history.get(bank.institutionId) ?? []),
    })),
  };
}

type Change = Pick<
  typeof institutionChanges.$inferSelect,
  "institutionId" | "status" | "source" | "at"
>;

function byBank(changes: Change[]): Map<string, Change[]> {
  const history = new Map<string, Change[]>();
  for (const change of changes) {
    history.set(change.institutionId, [...(history.get(change.institutionId) ?? []), change]);
  }
  return history;
}

function toHistory(changes: Change[]): InstitutionView["history"] {
  return changes.map(({ status, source, at }) => ({ status, source, at: at.toISOString() }));
}
