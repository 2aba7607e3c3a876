import "server-only";
import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, deliveries, institutionChanges, institutions } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { classicDisablement } from "@/lib/classic-disablement/model";
import {
  allBanks,
  BANKS_PER_PAGE,
  type InstitutionView,
  type RegistrationFilter,
  type RegistrationView,
  withReport,
} from "./model";

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
  .orderBy(
    sql`${institutions.status} = 'ATTENTION_REQUIRED' desc`,
    asc(institutions.statusSince),
    asc(institutions.name),
    asc(institutions.institutionId),
  )
  .prepare("registration_banks");

/** What came after Plaid was asked last, and waits to be asked about. */
const reportsQuery = db
  .selectDistinctOn([deliveries.institutionId], {
    institutionId: sql<string>`${deliveries.institutionId}`,
    status: sql<string>`${deliveries.status}`,
  })
  .from(customers)
  .innerJoin(deliveries, eq(deliveries.clientId, customers.clientId))
  .where(
    and(
      eq(customers.id, sql.placeholder("id")),
      eq(deliveries.state, "received"),
      gt(deliveries.receivedAt, sql`coalesce(${customers.registrationsAsOf}, '-infinity')`),
      sql`${deliveries.status} <> ''`,
    ),
  )
  .orderBy(deliveries.institutionId, desc(deliveries.receivedAt))
  .prepare("registration_reports");

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
    .where(
      and(
        eq(institutionChanges.customerId, sql.placeholder("id")),
        sql`${institutionChanges.institutionId} = any(${sql.placeholder("ids")}::text[])`,
      ),
    ),
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

/** One customer at its banks, with the last ten changes of each. */
export async function getRegistration(
  actor: Actor,
  customerId: string,
  filter = allBanks,
): Promise<RegistrationView | undefined> {
  authorize(actor, "customer.read");
  if (customerId.includes("\0")) return undefined;
  const id = { id: customerId };
  const [[head], banks, reports] = await Promise.all([
    headQuery.execute(id),
    banksQuery.execute(id),
    reportsQuery.execute(id),
  ]);
  if (!head) return undefined;

  const matching = banks.filter((bank) => matches(bank, filter));
  const first = (filter.page - 1) * BANKS_PER_PAGE;
  const shown = matching.slice(first, first + BANKS_PER_PAGE);
  const ids = shown.map(({ institutionId }) => institutionId);
  const history = byBank(ids.length > 0 ? await historyQuery.execute({ ...id, ids }) : []);
  const recorded = {
    flowdownStatus: head.flowdownStatus,
    questionnaireStatus: head.questionnaireStatus,
    checkedAt: head.asOf?.toISOString() ?? null,
    readAt: head.readAt,
    ...overAll(banks),
    found: matching.length,
    institutions: shown.map((bank) => ({
      ...bank,
      reported: null,
      statusSince: bank.statusSince.toISOString(),
      history: toHistory(history.get(bank.institutionId) ?? []),
    })),
  };
  return reports.reduce(withReport, recorded);
}

type Bank = Awaited<ReturnType<typeof banksQuery.execute>>[number];

function matches({ name, institutionId, status }: Bank, filter: RegistrationFilter): boolean {
  const wanted = filter.search.trim().toLowerCase();
  const named = name.toLowerCase().includes(wanted) || institutionId.toLowerCase() === wanted;
  return named && (filter.status === null || status === filter.status);
}

function overAll(banks: Bank[]) {
  const counts: Record<string, number> = {};
  for (const { status } of banks) counts[status] = (counts[status] ?? 0) + 1;
  const since = banks
    .filter(({ status }) => status === "PROCESSING")
    .map((bank) => bank.statusSince);
  const first = since.toSorted((a, b) => a.getTime() - b.getTime()).at(0);
  return {
    counts,
    processingSince: first?.toISOString() ?? null,
    classicEnds: banks.some(
      ({ classicDisablementDate: day }) => day && classicDisablement(day).urgency !== "later",
    ),
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
