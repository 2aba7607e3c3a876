import { sql } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { createLifetime } from "@/scripts/stack/lifetime";
import { type Postgres, startPostgres } from "@/scripts/stack/postgres";
import { temporaryFolder } from "@/scripts/testing/temporary";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 30_000 });

const KILLS = 3;
const CALLERS = 24;

const lifetime = createLifetime();
afterAll(() => lifetime.end());

/** Vitest fails a run in which something is uncaught, as postgres.js' own write to a lost socket is. */
test("PostgreSQL killed under load: every call is answered, and all connections work again", async () => {
  const folder = await lifetime.start(async () => temporaryFolder("outage"));
  const begin = (port?: number) =>
    startPostgres({ dataDir: folder.path, durable: false, ...(port ? { port } : {}) });
  let server: Postgres = await begin();
  await lifetime.start(async () => ({ stop: () => server.stop() }));
  await server.createDatabase("load");
  process.env.DATABASE_URL = server.appUrl("load");
  const { closeDatabase, db } = await import("./client");

  const answered = { good: 0, bad: 0 };
  const count = (call: Promise<unknown>) =>
    call.then(
      () => void answered.good++,
      () => void answered.bad++,
    );
  const query = () => db.execute(sql`select ${1}::int as one`);
  const transaction = () =>
    db.transaction(async (tx) => {
      await tx.execute(sql`select 1 as one`);
      await new Promise((resolve) => setImmediate(resolve));
      await tx.execute(sql`select ${2}::int as two`);
    });
  let over = false;
  const keepCalling = async (call: () => Promise<unknown>) => {
    while (!over) await count(call());
  };
  const callers = [query, transaction].flatMap((call) =>
    Array.from({ length: CALLERS }, () => keepCalling(call)),
  );

  for (let kill = 0; kill < KILLS; kill++) {
    const before = { ...answered };
    await vi.waitUntil(() => answered.good > before.good + 500, { timeout: 20_000 });
    process.kill(server.pid, "SIGKILL");
    await vi.waitUntil(() => answered.bad > before.bad + 500, { timeout: 20_000 });
    await server.stop();
    server = await begin(server.port);
    const { good } = answered;
    await vi.waitUntil(() => answered.good > good + 500, { timeout: 20_000 });
  }
  over = true;
  await Promise.all(callers);
  const again = Array.from({ length: CALLERS }, () => Promise.all([query(), transaction()]));
  await expect(Promise.all(again)).resolves.toHaveLength(CALLERS);
  await closeDatabase();
});
