import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { deliveries, mails, partnerApiRequests, workerHeartbeats } from "@/db/schema";
import { startWork } from "@/lib/work/loop";
import { staff } from "@/scripts/testing/actors";
import { readHealth } from "./read";

async function read() {
  return readHealth(await staff("admin"));
}

beforeEach(async () => {
  for (const table of [deliveries, mails, partnerApiRequests, workerHeartbeats]) {
    await db.delete(table);
  }
});

test("an installation that has done nothing yet is told as such", async () => {
  const facts = await read();
  expect(facts).toMatchObject({
    plaid: { calls: 0, p50Ms: null, p95Ms: null, lastAt: null, silentInARow: 0, lastError: null },
    webhooks: { lastAt: null, failing: 0, quarantined: 0, orphans: 0 },
    workers: [],
    mail: { configured: true, lagMs: 0, quarantined: 0, lastSentAt: null, lastFailure: null },
    build: { node: process.version },
  });
  expect(facts.database.migrationsApplied).toBe(facts.database.migrationsNeeded);
  expect(Math.abs(facts.clock.databaseMs)).toBeLessThan(1_500);
  expect(facts.queues.map(({ name }) => name)).toContain("deliveries");
  expect(new Set(facts.queues.map(({ name }) => name)).size).toBe(facts.queues.length);
});

test("Plaid is judged by its last calls: a refusal is an answer, silence is none", async () => {
  const call = (
    minutes: number,
    outcome: "ok" | "rejected" | "unavailable",
    durationMs: number,
  ) => ({
    at: sql<Date>`now() - make_interval(mins => ${minutes})`,
    endpoint: "/partner/customer/get",
    attempt: 1,
    outcome,
    errorCode: outcome === "ok" ? null : outcome.toUpperCase(),
    requestId: `r${minutes}`,
    durationMs,
  });
  const answered = Array.from({ length: 120 }, (_, n) => call(n + 10, "ok", n));
  await db
    .insert(partnerApiRequests)
    .values([...answered, call(5, "rejected", 10), call(4, "unavailable", 9_000)]);
  const { plaid } = await read();
  expect(plaid).toMatchObject({ calls: 100, silentInARow: 1, p50Ms: 48, p95Ms: 93 });
  expect(plaid.lastError).toMatchObject({ code: "UNAVAILABLE", requestId: "r4" });
});

test("what waits, failed or was given up is counted where it lies", async () => {
  const delivery = (values: object) => ({
    id: randomUUID(),
    body: Buffer.from("{}"),
    keyId: "k",
    signedAt: new Date(),
    ...values,
  });
  await db
    .insert(deliveries)
    .values([
      delivery({ dueAt: sql`now() - interval '7 minutes'`, failures: 2 }),
      delivery({ dueAt: sql`now() + interval '7 minutes'` }),
      delivery({ quarantinedAt: sql`now()`, failures: 5 }),
      delivery({ state: "orphan" }),
      delivery({ state: "orphan" }),
    ]);
  const mail = { template: "sign-in-link", recipient: "a@example.com", parameters: {} };
  await db
    .insert(mails)
    .values([{ ...mail, dueAt: sql`now() - interval '90 seconds'`, lastFailure: "ECONNREFUSED" }]);
  const facts = await read();
  expect(facts.webhooks).toMatchObject({ failing: 1, quarantined: 1, orphans: 2 });
  const queue = facts.queues.find(({ name }) => name === "deliveries");
  expect(queue).toMatchObject({ quarantined: 1 });
  expect(Math.round((queue?.lagMs ?? 0) / 60_000)).toBe(7);
  expect(facts.mail).toMatchObject({ lastFailure: { reason: "ECONNREFUSED" } });
  expect(Math.round(facts.mail.lagMs / 30_000)).toBe(3);
});

test("a process that works tells of itself, and takes that away when another goes on", async () => {
  const work = startWork();
  await expect.poll(async () => (await read()).workers).toHaveLength(1);
  const [worker] = (await read()).workers;
  expect(worker?.process).toMatch(new RegExp(` ${process.pid}$`));
  expect(worker?.seenMs).toBeLessThan(60_000);
  const another = { process: "other 1", version: "1", slowest: "mails", slowestMs: 0 };
  await db.insert(workerHeartbeats).values(another);
  await work.stop();
  expect((await read()).workers).toMatchObject([{ process: another.process }]);
});
