import { randomUUID } from "node:crypto";
import { eq, like, sql } from "drizzle-orm";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { rateLimits } from "@/db/schema";
import { withConnection } from "@/scripts/stack/postgres-admin";
import { runScript } from "@/scripts/stack/process";
import { countWrite, TooManyWritesError } from "./count-write";
import { type LimitName, limits } from "./model";
import { giveBackTry, sweepTries, takeTry } from "./take";
import { giveBackLinkTry, takeLinkTry } from "./take-link";

beforeAll(() => {
  process.env.LIMITS_FACTOR = "1";
});

afterEach(() => vi.useRealTimers());

async function passed(name: LimitName, who: string, times: number): Promise<number> {
  const taken = await Promise.all(Array.from({ length: times }, () => takeTry(name, who)));
  return taken.filter(({ ok }) => ok).length;
}

test.each(["sign-in.account", "apply.start", "submit"] as const)(
  "of ten times as many at once, two processes let exactly the limit of %s through",
  async (name) => {
    const who = randomUUID();
    const { times } = limits[name];
    const args = [name, who, String(5 * times)];
    const here = await Promise.all([
      runScript("scripts/testing/programs/take-tries.ts", args, process.env),
      runScript("scripts/testing/programs/take-tries.ts", args, process.env),
    ]);
    expect(here.map(Number).reduce((sum, n) => sum + n)).toBe(times);
    // A third process comes too late.
    expect(await passed(name, who, 3)).toBe(0);
    expect(await passed(name, randomUUID(), times)).toBe(times);
  },
);

test("who is over the limit is told how long to wait, and passes when the time is over", async () => {
  const who = randomUUID();
  await passed("sign-in.account", who, 5);
  const refused = await takeTry("sign-in.account", who);
  expect(refused).toMatchObject({ ok: false, error: { code: "too_many" } });
  if (refused.ok) throw new Error("It was refused");
  expect(refused.error.retryAfterS).toBeGreaterThan(890);
  expect(refused.error.retryAfterS).toBeLessThanOrEqual(900);

  const other = randomUUID();
  await passed("sign-in.account", other, 5);
  await db.update(rateLimits).set({ expire: sql`now()` });
  expect(await passed("sign-in.account", other, 6)).toBe(5);
});

test("a success is not counted", async () => {
  const who = randomUUID();
  for (let round = 0; round < 12; round++) {
    expect(await takeTry("submit", who)).toMatchObject({ ok: true });
    await giveBackTry("submit", who);
  }
  expect(await passed("submit", who, 6)).toBe(5);
});

test("links are tried five times for one address of one network, and thirty for all", async () => {
  const origin = { ip: randomUUID(), userAgent: "test" };
  const guesses = await Promise.all(
    Array.from({ length: 50 }, () => takeLinkTry(origin, "Ann@example.com ")),
  );
  expect(guesses.filter(({ ok }) => ok)).toHaveLength(5);

  const wide = { ip: randomUUID(), userAgent: "test" };
  const all = await Promise.all(
    Array.from({ length: 60 }, (_, n) => takeLinkTry(wide, `${n}@example.com`)),
  );
  expect(all.filter(({ ok }) => ok)).toHaveLength(30);

  const good = { ip: randomUUID(), userAgent: "test" };
  for (let round = 0; round < 8; round++) {
    expect((await takeLinkTry(good, "bo@example.com")).ok).toBe(true);
    await giveBackLinkTry(good, "bo@example.com");
  }
});

test("one request is one change, however often it asks who is there, and reading is none", async () => {
  const who = randomUUID();
  const request = (method: string, path = "/customers") =>
    new Headers({ "x-method": method, "x-pathname": path });
  const post = request("POST");
  for (let asked = 0; asked < 100; asked++) await countWrite(who, post);
  for (let read = 0; read < 100; read++) await countWrite(who, request("GET"));
  for (let saved = 0; saved < 100; saved++) await countWrite(who, request("POST", "/api/x"));
  for (let n = 1; n < 60; n++) await countWrite(who, request("POST"));
  await expect(countWrite(who, request("POST"))).rejects.toThrow(TooManyWritesError);
});

// Guarantees that an outage opens nothing.
test("without its table nobody passes", async () => {
  await withConnection(process.env.DATABASE_OWNER_URL ?? "", async (owner) => {
    await owner`alter table rate_limits rename to rate_limits_away`;
    await expect(takeTry("sign-in.ask", randomUUID())).rejects.toThrow();
    await owner`alter table rate_limits_away rename to rate_limits`;
  });
  expect(await takeTry("sign-in.ask", randomUUID())).toMatchObject({ ok: true });
});

test("what no longer counts is forgotten, and nothing says whose it was", async () => {
  const who = `${randomUUID()}@example.com`;
  await takeTry("reveal", who);
  const rows = await db.select().from(rateLimits).where(like(rateLimits.key, "reveal:%"));
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(who);
  await db.update(rateLimits).set({ expire: sql`now()` }).where(like(rateLimits.key, "reveal:%"));
  await sweepTries();
  expect(await db.$count(rateLimits, like(rateLimits.key, "reveal:%"))).toBe(0);
  expect(await db.$count(rateLimits, eq(rateLimits.key, who))).toBe(0);
});

// Two processes ten minutes before and behind the time: alternating between them gives no further tries.
test("a limit ends by the clock of the database", async () => {
  const who = randomUUID();
  const now = Date.now();
  let through = 0;
  for (let round = 0; round < 10; round++) {
    vi.setSystemTime(now + (round % 2 === 0 ? -10 : 10) * 60_000);
    if ((await takeTry("second-factor", who)).ok) through += 1;
  }
  expect(through).toBe(limits["second-factor"].times);
});
