import postgres from "postgres";
import type { Lifetime } from "@/scripts/stack/lifetime";
import { startPortal } from "@/scripts/stack/portal";
import { freePort } from "@/scripts/stack/ports";
import { startBare } from "./bare";
import type { Bench } from "./bench";
import { type Figure, figure, median } from "./figures";
import { type SignedWebhook, startPlaid } from "./ingest-plaid";
import { sendAll } from "./load";
import { SMALL, type World } from "./world";

/** Goal: of what a bare route stores in a second. */
const GOAL = { atLeast: 0.8 };
const SIZES = { full: { rounds: 5, webhooks: 3_000 }, smoke: { rounds: 1, webhooks: 50 } };
/** Rounds before any is counted. */
const WARM_UP = 1;
const CONNECTIONS = 32;

type Side = {
  store(webhooks: SignedWebhook[]): Promise<unknown>;
  /** Rows that are there now. */
  count(): Promise<number>;
};

export const ingest: Bench = {
  name: "ingest",
  about: "Webhooks stored in a second, against a bare route that verifies and inserts one row",
  run: async (world, lifetime) => {
    const plaid = await lifetime.start(startPlaid);
    const { database } = await world.portfolio(SMALL);
    const sides = {
      portal: await openPortal(world, { database, name: "on", plaidUrl: plaid.url }, lifetime),
      alone: await openPortal(world, { database, name: "off", plaidUrl: plaid.url }, lifetime),
      ...(await openBare(world, plaid.jwk, lifetime)),
    };
    const clientIds = await knownClients(world, database);
    const { rounds, webhooks } = SIZES[world.smoke ? "smoke" : "full"];
    const rates = await measure(sides, {
      rounds,
      webhooks: () => plaid.webhooks(webhooks, clientIds),
    });
    const told = (name: string, base: number, measured: number, goal: Figure["goal"]) =>
      figure({ name, unit: "/s", base, measured, goal });
    return [
      told("Webhooks", rates.bare, rates.portal, GOAL),
      told("Webhooks, worker elsewhere", rates.bare, rates.alone, null),
      told("Bare route, against raw inserts", rates.raw, rates.bare, null),
    ];
  },
};

type Sides = { portal: Side; alone: Side; bare: Side; raw: Side };

/** Medians of webhooks a second. Throws unless every one that was sent is a row. */
async function measure(
  sides: Sides,
  { rounds, webhooks }: { rounds: number; webhooks: () => SignedWebhook[] },
): Promise<Record<keyof Sides, number>> {
  const names = ["portal", "bare", "alone", "raw"] as const;
  const rates = { portal: [], bare: [], alone: [], raw: [] } as Record<keyof Sides, number[]>;
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const before = await sides[name].count();
      // Signed just before they are sent: they are genuine for five minutes only.
      const given = webhooks();
      const startedAt = performance.now();
      await sides[name].store(given);
      const seconds = (performance.now() - startedAt) / 1_000;
      const kept = (await sides[name].count()) - before;
      if (kept !== given.length) throw new Error(`${name} kept ${kept} of ${given.length}`);
      if (round >= 0) rates[name].push(given.length / seconds);
    }
  }
  return {
    portal: median(rates.portal),
    alone: median(rates.alone),
    bare: median(rates.bare),
    raw: median(rates.raw),
  };
}

/** A portal with a copy of the portfolio to itself. */
async function openPortal(
  world: World,
  { database, name, plaidUrl }: { database: string; name: "on" | "off"; plaidUrl: string },
  lifetime: Lifetime,
): Promise<Side> {
  const sql = await openDatabase(world, `bench_ingest_${name}`, lifetime, database);
  const port = await freePort();
  const env = {
    ...world.environmentOf(`bench_ingest_${name}`, port),
    PLAID_BASE_URL: plaidUrl,
    WORKER: name,
  };
  const { url } = await lifetime.start(() => startPortal({ port, mode: "start", env }));
  return {
    store: (webhooks) => sendWebhooks(url, "/api/webhooks/plaid", webhooks),
    count: () => countRows(sql, "deliveries"),
  };
}

async function openBare(world: World, key: object, lifetime: Lifetime) {
  const name = "bench_ingest_bare";
  const sql = await openDatabase(world, name, lifetime);
  await sql`create table webhooks (
    id bigint primary key generated always as identity, token text not null, body bytea not null)`;
  const databaseUrl = world.server.superuserUrl(name);
  const environment = { BENCH_WEBHOOK_KEY: JSON.stringify(key) };
  const { url } = await lifetime.start(() => startBare({ databaseUrl, environment }));
  const count = () => countRows(sql, "webhooks");
  const bare: Side = {
    store: (webhooks) => sendWebhooks(url, "/api/ingest", webhooks),
    count,
  };
  const insert = ({ token, body }: SignedWebhook) =>
    sql`insert into webhooks (token, body) values (${token}, ${body})`;
  const raw: Side = { store: (webhooks) => Promise.all(webhooks.map(insert)), count };
  return { bare, raw };
}

async function openDatabase(world: World, name: string, lifetime: Lifetime, template?: string) {
  const { server } = world;
  await server.dropDatabase(name);
  await server.createDatabase(name, template);
  await lifetime.start(async () => ({ stop: () => server.dropDatabase(name) }));
  const sql = postgres(server.superuserUrl(name), { max: 10, onnotice: () => {} });
  await lifetime.start(async () => ({ stop: () => sql.end() }));
  return sql;
}

async function countRows(sql: postgres.Sql, table: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int from ${sql(table)}`;
  return row?.count ?? 0;
}

async function knownClients({ server }: World, database: string): Promise<string[]> {
  const sql = postgres(server.superuserUrl(database), { max: 1 });
  const rows = await sql<{ id: string }[]>`
    select client_id as id from customers where status = 'ACTIVE' and client_id is not null`;
  await sql.end();
  return rows.map(({ id }) => id);
}

function sendWebhooks(url: string, path: string, webhooks: SignedWebhook[]): Promise<void> {
  const body = (n: number) => {
    const { body: content = "", token = "" } = webhooks[n] ?? {};
    return { type: "application/json", content, headers: { "plaid-verification": token } };
  };
  return sendAll({ url, paths: [path], method: "POST", body }, webhooks.length, CONNECTIONS);
}
