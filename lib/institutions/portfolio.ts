import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { type BankCounts, expectedDays, OVERDUE_MAX, STRIP_OVERDUE_MAX, withBank } from "./model";

const STRIP_BANKS = 8;

/** The banks most customers are at, for the overview. */
export async function getBanksStrip(actor: Actor): Promise<BankCounts[]> {
  authorize(actor, "customer.read");
  const banks = (await readCounts()).slice(0, STRIP_BANKS);
  return withOverdue(banks, STRIP_OVERDUE_MAX);
}

const PAGE_BANKS = 60;

/** Banks by name or id, those most customers are at first; 60 a page, counted from 1. */
export async function listBanks(
  actor: Actor,
  { search, page }: { search: string; page: number },
): Promise<{ banks: BankCounts[]; more: boolean }> {
  authorize(actor, "customer.read");
  const wanted = search.trim().toLowerCase();
  const found = (await readCounts()).filter(
    ({ institutionId, name }) =>
      name.toLowerCase().includes(wanted) || institutionId.toLowerCase() === wanted,
  );
  const first = (page - 1) * PAGE_BANKS;
  return {
    banks: await withOverdue(found.slice(first, first + PAGE_BANKS), OVERDUE_MAX),
    more: found.length > first + PAGE_BANKS,
  };
}

/** Undefined for a bank no customer has been asked about. */
export async function getBank(
  actor: Actor,
  institutionId: string,
): Promise<BankCounts | undefined> {
  authorize(actor, "customer.read");
  if (institutionId.includes("\0")) return undefined;
  const [bank] = await readCounts(sql`where institution_id = ${institutionId}`);
  return bank && (await withOverdue([bank], OVERDUE_MAX))[0];
}

/** Any row of a bank; the order keeps the planner from reading the table until it meets one. */
export const firstOfBank = sql`order by status, status_since, customer_id limit 1`;

/** As many rows as there are banks, however many customers. */
async function readCounts(where: SQL = sql``): Promise<BankCounts[]> {
  const rows = await db.execute<Omit<BankCounts, "overdue">>(sql`
    with counted as (
      select institution_id, status, sum(n)::int as n from institution_counts ${where}
      group by institution_id, status having sum(n) > 0
    )
    select institution_id as "institutionId", sum(n)::int as total,
      jsonb_object_agg(status, n) as "byStatus",
      coalesce((
        select name from institutions where institution_id = counted.institution_id
        ${firstOfBank}
      ), institution_id) as name
    from counted group by institution_id
    order by total desc, institution_id
  `);
  return rows.map((row) => ({ ...row, overdue: 0 }));
}

/** Counts along the index of who waited longest, and no further than the limit. */
async function withOverdue(banks: BankCounts[], max: number): Promise<BankCounts[]> {
  const asked = banks.flatMap(({ institutionId, byStatus }) =>
    withBank
      .filter((status) => byStatus[status])
      .map((status) => sql`(${institutionId}, ${status}, ${expectedDays(institutionId)}::int)`),
  );
  if (asked.length === 0) return banks;
  const rows = await db.execute<{ institutionId: string; n: number }>(sql`
    select asked.institution_id as "institutionId", least(sum(waiting.n), ${max})::int as n
    from (values ${sql.join(asked, sql`, `)}) as asked (institution_id, status, days),
    lateral (
      select count(*) as n from (
        select from institutions
        where institution_id = asked.institution_id and status = asked.status
          and status_since < now() - (asked.days + 1) * interval '1 day'
        limit ${max}
      ) as late
    ) as waiting
    group by asked.institution_id
  `);
  const overdue = new Map(rows.map(({ institutionId, n }) => [institutionId, n]));
  return banks.map((bank) => ({ ...bank, overdue: overdue.get(bank.institutionId) ?? 0 }));
}
