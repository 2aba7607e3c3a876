import { waitUntil } from "@/scripts/stack/alive";
import type { Random } from "./random";
import type { Count, Report, Scenario, Setting } from "./scenario";
import { planWebhooks } from "./webhook-plan";
import { type Ledger, sendWebhooks } from "./webhook-sender";
import { type MadeCustomer, makeCustomers, startWorld, type World } from "./world";

const CUSTOMERS = 40;
const WEBHOOKS = 10_000;
const SMOKE = { customers: 8, webhooks: 600 };
/** After the last webhook: background calls are two a second, and who met an outage waits 20 s. */
const EVEN_WITHIN_S = 120;

export const webhooks: Scenario = {
  name: "webhooks",
  about:
    "10,000 webhooks, some twice and some late, while portals and database are killed: none is lost, none acts twice",
  run: async (setting) => {
    const size = setting.smoke ? SMOKE : { customers: CUSTOMERS, webhooks: WEBHOOKS };
    const world = await startWorld(setting, { portals: 2 });
    const customers = await makeCustomers(world, "ACTIVE", size.customers);
    // From here on only this scenario moves banks and tells of it.
    await world.emulator.clock(0);
    await world.emulator.setWebhookUrl(null);

    const harm = planHarm(world, setting);
    const steps = planWebhooks(setting.random, customers, size.webhooks);
    const onStep = (done: number) => harm.at(done / steps.length);
    const startedAt = Date.now();
    const ledger = await sendWebhooks(world, { steps, random: setting.random, onStep });
    const sentIn = (Date.now() - startedAt) / 1000;
    const killed = await harm.done();
    setting.note(`${ledger.sendings} sent in ${sentIn.toFixed(0)} s`);
    return judgeEnd(world, { customers, ledger, killed, sentIn });
  },
};

/** Kills three times a portal and once the database, each at its share of the way, and starts it again. */
function planHarm({ portals, database }: World, { random, note }: Setting) {
  const killed = { portals: 0 };
  const portal = async () => {
    const chosen = random.pick(portals);
    await chosen.kill();
    killed.portals += 1;
    note(`${chosen.name} killed`);
    await chosen.start();
  };
  const server = async () => {
    await database.kill();
    note("PostgreSQL killed");
    await database.start();
  };
  const waiting = [
    ...[0.15, 0.4, 0.65].map((from) => ({ at: between(random, from), act: portal })),
    { at: between(random, 0.3), act: server },
  ].toSorted((a, b) => a.at - b.at);
  let acting = Promise.resolve();
  return {
    at: (share: number) => {
      while (waiting[0] && waiting[0].at <= share) acting = acting.then(waiting.shift()?.act);
    },
    done: async () => {
      await acting;
      return killed;
    },
  };
}

function between(random: Random, from: number): number {
  return from + random.next() * 0.2;
}

type End = {
  customers: MadeCustomer[];
  ledger: Ledger;
  killed: { portals: number };
  sentIn: number;
};

async function judgeEnd(world: World, end: End): Promise<Report> {
  const { ledger, killed } = end;
  const lastAt = Date.now();
  await waitUntil(() => isEven(world), EVEN_WITHIN_S * 1000, 500);
  const evenAfter = (Date.now() - lastAt) / 1000;
  return {
    faults: [
      { what: "portals ended by SIGKILL", seen: killed.portals, atLeast: 3 },
      {
        what: "recoveries of PostgreSQL after SIGKILL",
        seen: world.database.recoveries(),
        atLeast: 1,
      },
      { what: "sendings refused or cut off, and sent again", seen: ledger.refused, atLeast: 1 },
      { what: "exact copies taken with 200", seen: ledger.copies.exact, atLeast: 1 },
      { what: "copies signed anew taken with 200", seen: ledger.copies["signed anew"], atLeast: 1 },
      { what: "sent late, after others that happened later", seen: ledger.late, atLeast: 1 },
    ],
    counts: [
      { what: "webhooks sent, with copies and repetitions", seen: ledger.sendings, told: true },
      { what: "acknowledged (200), each counted once", seen: ledger.acknowledged.size, told: true },
      { what: "changes at Plaid", seen: ledger.changes, told: true },
      { what: "time in which they were sent", seen: end.sentIn, unit: "s", told: true },
      { what: "never taken, however often sent", seen: ledger.givenUp, exactly: 0 },
      ...(await countKept(world, ledger)),
      ...(await countApplied(world, end.customers)),
      { what: "until nothing is left to do", seen: evenAfter, unit: "s", atMost: EVEN_WITHIN_S },
    ],
  };
}

/** Whether no delivery waits any more. */
async function isEven({ database: { sql } }: World): Promise<boolean> {
  const rows = await sql`select 1 from deliveries where state = 'received' limit 1`;
  return rows.length === 0;
}

async function countKept({ database: { sql } }: World, ledger: Ledger): Promise<Count[]> {
  const rows = await sql<{ id: string }[]>`select id from deliveries`;
  const kept = new Set(rows.map(({ id }) => id));
  const lost = [...ledger.acknowledged].filter((id) => !kept.has(id));
  const [found] = await sql<
    Record<"twice" | "repeated" | "orphan" | "unhandled" | "quarantined", number>[]
  >`
    select
      (count(*) - count(distinct (key_id, body_sha256, signed_at)))::int as twice,
      count(*) filter (where attempts > 1)::int as repeated,
      count(*) filter (where state = 'orphan')::int as orphan,
      count(*) filter (where state = 'unhandled')::int as unhandled,
      count(*) filter (where quarantined_at is not null)::int as quarantined
    from deliveries`;
  return [
    { what: "acknowledged and lost", seen: lost.length, exactly: 0 },
    { what: "stored twice", seen: found?.twice ?? Number.NaN, exactly: 0 },
    { what: "stored, and known as come more than once", seen: found?.repeated ?? 0, told: true },
    { what: "kept for customers nobody knows", seen: found?.orphan ?? 0, atLeast: 1 },
    { what: "kept though of a kind nobody knows", seen: found?.unhandled ?? 0, atLeast: 1 },
    { what: "given up by the work loop", seen: found?.quarantined ?? Number.NaN, exactly: 0 },
  ];
}

type Bank = { institution_id: string; environments: { production: string } };

async function countApplied(world: World, customers: MadeCustomer[]): Promise<Count[]> {
  const { sql } = world.database;
  const state = await world.emulator.state<{
    customers: { client_id: string; institutions: Bank[] }[];
  }>();
  const meant = state.customers
    .filter(({ client_id }) => customers.some(({ clientId }) => clientId === client_id))
    .flatMap(({ client_id, institutions }) =>
      institutions.map(
        (bank) => `${client_id} ${bank.institution_id} ${bank.environments.production}`,
      ),
    );
  const shown = await sql<{ line: string }[]>`
    select client_id || ' ' || institution_id || ' ' || institutions.status as line
    from institutions join customers on customers.id = customer_id`;
  const same = new Set(shown.map(({ line }) => line));
  const [found] = await sql<Record<"changes" | "twice" | "unwritten" | "miscounted", number>[]>`
    with history as (
      select *, lag(status) over (partition by customer_id, institution_id order by at, id) as before
      from institution_changes
    ), latest as (
      select distinct on (customer_id, institution_id) * from history
      order by customer_id, institution_id, at desc, id desc
    )
    select (select count(*) from history)::int as changes,
      (select count(*) from history where status = before)::int as twice,
      (select count(*) from institutions left join latest using (customer_id, institution_id)
        where latest.status is distinct from institutions.status)::int as unwritten,
      (select count(*) from customers where client_id is not null and banks_enabled <> (
        select count(*) from institutions
        where customer_id = customers.id and status = 'ENABLED'))::int as miscounted`;
  return [
    { what: "real changes in the history", seen: found?.changes ?? 0, atLeast: 1 },
    { what: "changes applied twice", seen: found?.twice ?? Number.NaN, exactly: 0 },
    {
      what: "banks whose history does not end as they are",
      seen: found?.unwritten ?? Number.NaN,
      exactly: 0,
    },
    {
      what: "customers whose count of enabled banks is wrong",
      seen: found?.miscounted ?? Number.NaN,
      exactly: 0,
    },
    { what: "banks compared with Plaid", seen: meant.length, atLeast: customers.length },
    {
      what: "banks that differ from Plaid",
      seen: meant.filter((line) => !same.has(line)).length,
      exactly: 0,
    },
  ];
}
