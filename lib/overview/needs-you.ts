import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, institutions } from "@/db/schema";
import type { Reader } from "@/lib/auth/model";
import { readRows } from "@/lib/customers/list";
import { type CustomerStatus, statusesOfTurn } from "@/lib/statuses/model";
import type { NeedView } from "./model";

const SHOWN = 10;
/** Several banks of one customer may be in trouble. */
const BANKS_READ = 100;
const HOUR_MS = 3_600_000;

/** How much one hour of waiting counts. What is not named here counts once. */
const weights: Partial<Record<CustomerStatus, number>> = {
  SUBMIT_UNKNOWN: 8,
  ENABLE_UNKNOWN: 8,
  SUBMIT_FAILED: 6,
  MORE_INFORMATION_NEEDED: 6,
  IN_REVIEW: 5,
  PENDING_ENABLEMENT: 4,
  ACTIVE: 4,
  DENIED: 3,
  READY: 2,
};

type Waiting = { id: string; status: string; since: string };

/** Age times severity decides, over the oldest of each status: their number does not matter. */
export async function readNeeds(reader: Reader): Promise<NeedView[]> {
  const [drafts, banks] = await Promise.all([oldestOfEach(), oldestAtBanks()]);
  const waiting = [...drafts, ...banks].toSorted((a, b) => urgency(b) - urgency(a));
  const since = new Map(waiting.map((one) => [one.id, new Date(one.since).toISOString()]));
  const rows = await readRows(
    reader,
    waiting.slice(0, SHOWN * 2).map(({ id }) => id),
  );
  return rows
    .filter(({ turn }) => turn === "you")
    .slice(0, SHOWN)
    .map((row) => ({ ...row, since: since.get(row.id) ?? row.statusSince }));
}

function urgency({ status, since }: Waiting): number {
  const hours = (Date.now() - Date.parse(since)) / HOUR_MS;
  return (weights[status as CustomerStatus] ?? 1) * Math.max(hours, 1);
}

async function oldestOfEach(): Promise<Waiting[]> {
  const statuses = sql.join(
    statusesOfTurn("you").map((status) => sql`(${status}::text)`),
    sql`, `,
  );
  const rows = await db.execute<Waiting>(sql`
    select oldest.id, oldest.status, to_json(oldest.status_since) #>> '{}' as since
    from (values ${statuses}) as waiting (status) cross join lateral (
      select id, status, status_since from ${customers}
      where ${customers.status} = waiting.status
      order by status_since, id limit ${SHOWN}
    ) as oldest
  `);
  return [...rows];
}

async function oldestAtBanks(): Promise<Waiting[]> {
  const rows = await db.execute<Waiting>(sql`
    select customer_id as id, 'ACTIVE' as status, to_json(min(status_since)) #>> '{}' as since
    from (
      select customer_id, status_since from ${institutions}
      where status = 'ATTENTION_REQUIRED' order by status_since, customer_id limit ${BANKS_READ}
    ) as oldest group by customer_id
  `);
  return [...rows];
}
