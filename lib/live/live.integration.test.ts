import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { announce } from "./announce";
import { closeLive, subscribe } from "./listen";
import { LIVE_CHANNEL, type LiveEvent } from "./model";

afterAll(closeLive);

/** Everything heard from now on, and a way to wait for one thing. */
function listenIn() {
  const heard: LiveEvent[] = [];
  const waiting: { wanted: (event: LiveEvent) => boolean; found: () => void }[] = [];
  const unsubscribe = subscribe((event) => {
    heard.push(event);
    for (const { wanted, found } of waiting) if (wanted(event)) found();
  });
  const until = (wanted: (event: LiveEvent) => boolean) =>
    heard.some(wanted)
      ? Promise.resolve()
      : new Promise<void>((found) => waiting.push({ wanted, found }));
  return { heard, until, unsubscribe };
}

const about = (id: string) => (event: LiveEvent) =>
  event.type === "customer" && event.customerId === id;

/** A listener that has just begun tells everybody to look: from then on nothing is missed. */
async function ready() {
  const listener = listenIn();
  await db.execute(sql`select pg_notify(${LIVE_CHANNEL}, '{"customerId":"ready"}')`);
  const announcing = setInterval(() => {
    void db.execute(sql`select pg_notify(${LIVE_CHANNEL}, '{"customerId":"ready"}')`);
  }, 50);
  await listener.until(about("ready"));
  clearInterval(announcing);
  return listener;
}

test("a change is told when its transaction commits, and not before", async () => {
  const { heard, until, unsubscribe } = await ready();

  await db.transaction(async (tx) => {
    await announce(tx, "cus_committed");
    await db.execute(sql`select pg_notify(${LIVE_CHANNEL}, '{"customerId":"cus_meanwhile"}')`);
    await until(about("cus_meanwhile"));
    expect(heard.some(about("cus_committed"))).toBe(false);
  });

  await until(about("cus_committed"));
  unsubscribe();
});

test("a change that is rolled back is never told", async () => {
  const { heard, until, unsubscribe } = await ready();

  await db
    .transaction(async (tx) => {
      await announce(tx, "cus_rolled_back");
      throw new Error("changed my mind");
    })
    .catch(() => undefined);
  await db.transaction((tx) => announce(tx, "cus_after"));

  await until(about("cus_after"));
  expect(heard.some(about("cus_rolled_back"))).toBe(false);
  unsubscribe();
});

test("a lost connection is mended, and everybody is told to look again", async () => {
  const { until, heard, unsubscribe } = await ready();
  heard.length = 0;

  await db.execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen %'`);

  await until((event) => event.type === "refresh");
  await db.transaction((tx) => announce(tx, "cus_mended"));
  await until(about("cus_mended"));
  unsubscribe();
});

test("news that is not ours is left alone", async () => {
  const { heard, until, unsubscribe } = await ready();
  heard.length = 0;

  for (const news of ["", "{", "null", '"x"', '{"customerId":1}']) {
    await db.execute(sql`select pg_notify(${LIVE_CHANNEL}, ${news})`);
  }
  await db.transaction((tx) => announce(tx, "cus_good"));

  await until(about("cus_good"));
  expect(heard).toEqual([{ type: "customer", customerId: "cus_good" }]);
  unsubscribe();
});

test("who has gone is told nothing more", async () => {
  const gone = await ready();
  const { until, unsubscribe } = listenIn();
  gone.unsubscribe();
  gone.heard.length = 0;

  await db.transaction((tx) => announce(tx, "cus_later"));

  await until(about("cus_later"));
  expect(gone.heard).toEqual([]);
  unsubscribe();
});
