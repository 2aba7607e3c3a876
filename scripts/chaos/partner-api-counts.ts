import type { Report } from "./scenario";
import type { MadeCustomer, World } from "./world";

/** As the emulator logs a call. */
export type LoggedCall = {
  at: string;
  path: string;
  fault: string | null;
  duration_ms: number | null;
  body: { company_name?: string } | null;
};

const CREATE = "/partner/customer/create";
const READS = ["/partner/customer/get", "/partner/customer/oauth_institutions/get"];
const PER_SECOND = 2;
const AT_ONCE = 20;
const SLOW_MS = 2_500;

/** The most calls of the loop that any span of time has beyond what its budget allows. */
export function callsOverBudget(requests: LoggedCall[]): number {
  const times = requests
    .filter(({ path }) => READS.includes(path))
    .map(({ at }) => Date.parse(at) / 1000)
    .toSorted((a, b) => a - b);
  let most = 0;
  for (const [first, from] of times.entries()) {
    for (let last = first; last < times.length; last++) {
      const seconds = (times[last] ?? from) - from;
      most = Math.max(most, last - first + 1 - AT_ONCE - PER_SECOND * seconds);
    }
  }
  return Math.round(most * 10) / 10;
}

/** Each kind of trouble as it was met: refused connections by the portal, the others at the emulator. */
export async function countFaults(
  { database: { sql } }: World,
  { requests, startedAt }: { requests: LoggedCall[]; startedAt: Date },
): Promise<Report["faults"]> {
  const [refused] = await sql<{ n: number }[]>`
    select count(*)::int as n from partner_api_requests
    where at >= ${startedAt} and error_code = 'ECONNREFUSED'`;
  const met = (is: (call: LoggedCall) => boolean) => requests.filter(is).length;
  return [
    { what: "calls that found nobody at Plaid", seen: refused?.n ?? 0, atLeast: 1 },
    {
      what: "calls answered late",
      seen: met((call) => (call.duration_ms ?? 0) > SLOW_MS),
      atLeast: 1,
    },
    { what: "calls answered 429", seen: met(({ fault }) => fault === "429"), atLeast: 1 },
    {
      what: "calls answered with nonsense",
      seen: met(({ fault }) => fault === "malformed"),
      atLeast: 1,
    },
  ];
}

type AtPlaid = {
  client_id: string;
  company_name: string;
  status: string;
  institutions: { institution_id: string; environments: { production: string } }[];
};

/** What became of customers that were each sent by one press. */
export async function countSends(
  { emulator, database: { sql } }: World,
  pressed: MadeCustomer[],
  requests: LoggedCall[],
): Promise<{ twice: number; silent: number }> {
  const { customers } = await emulator.state<{ customers: AtPlaid[] }>();
  const rows = await sql<{ id: string; status: string; clientId: string | null }[]>`
    select id, status, client_id as "clientId" from customers`;
  const named = <T extends { company_name?: string }>(all: T[], name: string) =>
    all.filter(({ company_name }) => company_name === name);
  const creates = requests.filter(({ path }) => path === CREATE).map(({ body }) => body ?? {});
  const twice = pressed.filter(({ companyName }) => {
    return named(creates, companyName).length > 1 || named(customers, companyName).length > 1;
  });
  const silent = pressed.filter(({ id, companyName }) => {
    const here = rows.find((row) => row.id === id);
    const [there] = named(customers, companyName);
    return there && here?.clientId !== there.client_id && here?.status !== "SUBMIT_UNKNOWN";
  });
  return { twice: twice.length, silent: silent.length };
}

/** Whether nothing waits and every status here is what Plaid has. */
export async function isInStep({ emulator, database: { sql } }: World): Promise<boolean> {
  const [waiting] = await sql<{ n: number }[]>`
    select (select count(*) from deliveries where due_at is not null)::int
      + (select count(*) from customers where due_at <= now())::int as n`;
  if (waiting?.n !== 0) return false;
  const { customers } = await emulator.state<{ customers: AtPlaid[] }>();
  const rows = await sql<{ place: string; status: string }[]>`
    select client_id as place, status from customers where client_id is not null
    union all
    select c.client_id || ' ' || i.institution_id, i.status
    from institutions i join customers c on c.id = i.customer_id`;
  const here = new Map(rows.map(({ place, status }) => [place, status]));
  return customers
    .filter(({ client_id }) => here.has(client_id))
    .every(({ client_id, status, institutions }) => {
      const banks = status === "ACTIVE" ? institutions : [];
      return (
        here.get(client_id) === status &&
        banks.every(
          (bank) =>
            here.get(`${client_id} ${bank.institution_id}`) === bank.environments.production,
        )
      );
    });
}

export async function quarantined({ database: { sql } }: World): Promise<number> {
  const [given] = await sql<{ n: number }[]>`
    select (select count(*) from deliveries where quarantined_at is not null)::int
      + (select count(*) from customers where quarantined_at is not null)::int
      + (select count(*) from mails where quarantined_at is not null)::int as n`;
  return given?.n ?? 0;
}
