import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { workerHeartbeats } from "@/db/schema";
import { startHeartbeat } from "@/lib/work/heartbeat";
import { withConnection } from "@/scripts/stack/postgres-admin";
import { checkReadiness } from "./ready";

const ownerUrl = () => process.env.DATABASE_OWNER_URL ?? "";
const fine = { ready: true, database: "up", migrations: "applied", worker: "up" };

async function heartbeat(age: string): Promise<void> {
  const seenAt = sql<Date>`now() - ${age}::interval`;
  const row = { process: "elsewhere 1", version: "0", slowest: "mails", slowestMs: 0 };
  await db.delete(workerHeartbeats);
  await db.insert(workerHeartbeats).values({ ...row, seenAt });
}

beforeEach(() => heartbeat("1 second"));

test("a portal with its database and schema is ready", async () => {
  expect(await checkReadiness()).toEqual(fine);
});

test("a portal that is newer than its schema is not, until the migration has run", async () => {
  await withConnection(ownerUrl(), async (sql) => {
    const [last] = await sql`
      delete from drizzle.__drizzle_migrations
      where id = (select max(id) from drizzle.__drizzle_migrations) returning *`;
    expect(await checkReadiness()).toMatchObject({ ready: false, migrations: "missing" });
    await sql`insert into drizzle.__drizzle_migrations ${sql(last ?? {})}`;
  });
  expect(await checkReadiness()).toEqual(fine);
});

test("a portal whose database nobody has migrated says so, not that it is down", async () => {
  await withConnection(ownerUrl(), async (owner) => {
    await owner`alter schema drizzle rename to away`;
    expect(await checkReadiness()).toEqual({
      ready: false,
      database: "up",
      migrations: "missing",
      worker: "unknown",
    });
    await owner`alter schema away rename to drizzle`;
  });
  expect(await checkReadiness()).toEqual(fine);
});

test("a portal without a worker anywhere is not ready", async () => {
  await heartbeat("59 seconds");
  expect(await checkReadiness()).toEqual(fine);
  await heartbeat("61 seconds");
  expect(await checkReadiness()).toEqual({ ...fine, ready: false, worker: "silent" });
  await db.delete(workerHeartbeats);
  expect(await checkReadiness()).toEqual({ ...fine, ready: false, worker: "silent" });
});

test("a portal stays ready while its only worker is replaced", async () => {
  await db.delete(workerHeartbeats);
  const stop = startHeartbeat(new Map());
  await expect.poll(() => db.$count(workerHeartbeats)).toBe(1);
  await stop();
  expect(await checkReadiness()).toEqual(fine);
});

test("a worker that leaves others behind is forgotten at once", async () => {
  const stop = startHeartbeat(new Map());
  await expect.poll(() => db.$count(workerHeartbeats)).toBe(2);
  await stop();
  expect(await db.$count(workerHeartbeats)).toBe(1);
});

test("a portal whose heartbeats are not there yet says that migrations are missing", async () => {
  await withConnection(ownerUrl(), async (owner) => {
    const [last] = await owner`
      delete from drizzle.__drizzle_migrations
      where id = (select max(id) from drizzle.__drizzle_migrations) returning *`;
    await owner`alter table worker_heartbeats rename to away`;
    expect(await checkReadiness()).toEqual({
      ready: false,
      database: "up",
      migrations: "missing",
      worker: "unknown",
    });
    await owner`alter table away rename to worker_heartbeats`;
    await owner`insert into drizzle.__drizzle_migrations ${owner(last ?? {})}`;
  });
});

test("a database that does not answer is told within two seconds, and not for ever", async () => {
  await withConnection(ownerUrl(), (sql) =>
    sql.begin(async (tx) => {
      await tx`lock table drizzle.__drizzle_migrations in access exclusive mode`;
      const askedAt = performance.now();
      expect(await checkReadiness()).toMatchObject({ ready: false, database: "down" });
      expect(performance.now() - askedAt).toBeLessThan(3_000);
    }),
  );
  expect(await checkReadiness()).toEqual(fine);
});
