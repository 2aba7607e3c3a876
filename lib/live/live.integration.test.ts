import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { announce } from "./announce";
import { newsSince, sweepChanges } from "./changes";
import { closeLive, follow } from "./listen";
import { LIVE_CHANNEL, type News, type Point } from "./model";

afterAll(closeLive);

/** A page: what it heard, where it stands, and a way to wait for one customer. */
function openPage() {
  const heard: News[] = [];
  const waiting = new Map<string, () => void>();
  let leave = () => {};
  const page = {
    heard,
    point: null as Point | null,
    ids: () => heard.flatMap(({ changes }) => changes ?? []).map(({ customerId }) => customerId),
    until: (id: string) =>
      page.ids().includes(id)
        ? Promise.resolve()
        : new Promise<void>((found) => waiting.set(id, found)),
    connect: async () => {
      leave = await follow(page.point, (told) => {
        if (told === "close") return;
        heard.push(told);
        page.point = told.point;
        for (const { customerId } of told.changes ?? []) waiting.get(customerId)?.();
      });
    },
    disconnect: () => leave(),
  };
  return page;
}

async function connected() {
  const page = openPage();
  await page.connect();
  page.heard.length = 0;
  return page;
}

/** Ends the connection that listens, as a database that fails over does. */
const stopListening = sql`
  select pg_terminate_backend(pid, 5000) from pg_stat_activity
  where datname = current_database() and query ilike 'listen %'`;

const change = (id: string) => db.transaction((tx) => announce(tx, id));

test("a change is told when its transaction commits, and not before", async () => {
  const page = await connected();
  await db.transaction(async (tx) => {
    await announce(tx, "cus_committed");
    await change("cus_meanwhile");
    await page.until("cus_meanwhile");
    expect(page.ids()).not.toContain("cus_committed");
  });
  await page.until("cus_committed");
  page.disconnect();
});

test("a change that is rolled back is never told", async () => {
  const page = await connected();
  const undone = db.transaction(async (tx) => {
    await announce(tx, "cus_rolled_back");
    throw new Error("changed my mind");
  });
  await expect(undone).rejects.toThrow("changed my mind");
  await change("cus_after");
  await page.until("cus_after");
  expect(page.ids()).not.toContain("cus_rolled_back");
  page.disconnect();
});

test("when the database's connection is lost, what was announced meanwhile is told, and nothing else", async () => {
  const page = await connected();
  await change("cus_before");
  await page.until("cus_before");
  page.heard.length = 0;

  await db.transaction(async (tx) => {
    await announce(tx, "cus_unheard");
    await tx.execute(stopListening);
  });
  await page.until("cus_unheard");
  await change("cus_mended");
  await page.until("cus_mended");
  expect(page.heard.every(({ changes }) => changes !== null)).toBe(true);
  page.disconnect();
});

test("news that is not ours is left alone", async () => {
  const page = await connected();
  const foreign = ["", "{", "null", '"x"', '{"customerId":1}', '{"customerId":"x","xid":"1"}'];
  for (const news of foreign) await db.execute(sql`select pg_notify(${LIVE_CHANNEL}, ${news})`);
  await change("cus_good");
  await page.until("cus_good");
  expect(page.ids()).toEqual(["cus_good"]);
  page.disconnect();
});

test("who has gone is told nothing more", async () => {
  const [gone, page] = [await connected(), await connected()];
  gone.disconnect();
  await change("cus_later");
  await page.until("cus_later");
  expect(gone.heard).toEqual([]);
  page.disconnect();
});

/** One transaction that is open until it is told how to end. */
function openTransaction(id: string) {
  let finish = (_: "commit" | "rollback") => {};
  const told = new Promise<"commit" | "rollback">((resolve) => {
    finish = resolve;
  });
  let announced = () => {};
  const begun = new Promise<void>((resolve) => {
    announced = resolve;
  });
  const ended = db
    .transaction(async (tx) => {
      await announce(tx, id);
      announced();
      if ((await told) === "rollback") tx.rollback();
    })
    .catch(() => undefined);
  const end = async (how: "commit" | "rollback") => {
    finish(how);
    await ended;
  };
  return { id, begun, end };
}

test("whatever the order of commits and of lost connections, a page misses nothing", async () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.constant("begin" as const) },
    { weight: 4, arbitrary: fc.nat({ max: 6 }) },
    { weight: 1, arbitrary: fc.constant("rollback" as const) },
    { weight: 3, arbitrary: fc.constant("deliver" as const) },
    { weight: 2, arbitrary: fc.constant("disconnect" as const) },
    { weight: 2, arbitrary: fc.constant("connect" as const) },
    { weight: 1, arbitrary: fc.constant("lose the database" as const) },
  );
  let runs = 0;
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 10, maxLength: 40 }),
    async (steps) => {
      const run = `cus_${runs++}`;
      const [witness, page] = [await connected(), await connected()];
      const open: ReturnType<typeof openTransaction>[] = [];
      const committed: string[] = [];
      let online = true;
      const end = async (at: number, how: "commit" | "rollback") => {
        const [transaction] = open.splice(at % Math.max(open.length, 1), 1);
        await transaction?.end(how);
        if (transaction && how === "commit") committed.push(transaction.id);
      };

      for (const [at, todo] of steps.entries()) {
        if (todo === "begin" && open.length < 6) {
          const transaction = openTransaction(`${run}_${at}`);
          await transaction.begun;
          open.push(transaction);
        }
        if (typeof todo === "number") await end(todo, "commit");
        if (todo === "rollback") await end(at, "rollback");
        const latest = committed.at(-1);
        if (todo === "deliver" && latest) await witness.until(latest);
        if (todo === "disconnect" && online) {
          page.disconnect();
          online = false;
        }
        if (todo === "lose the database") await db.execute(stopListening);
        if (todo === "connect" && !online) {
          await page.connect();
          online = true;
        }
      }
      while (open.length > 0) await end(0, "commit");
      if (!online) await page.connect();
      await change(`${run}_last`);
      await page.until(`${run}_last`);

      const ours = page.ids().filter((id) => id.startsWith(`${run}_`));
      expect([...new Set(ours)].toSorted()).toEqual([...committed, `${run}_last`].toSorted());
      expect(page.heard.every(({ changes }) => changes !== null)).toBe(true);
      page.disconnect();
      witness.disconnect();
    },
  );
  // The one that begins first commits last, when the page has gone after hearing of a later one.
  const heard = ["begin", "begin", 1, "begin", 1, "deliver", "disconnect"] as const;
  const overtaken = [...heard, 0, "deliver", "connect"] as const;
  await fc.assert(property, { numRuns: 40, examples: [[[...overtaken]]] });
});

test("a point nobody can vouch for makes the page look at everything again", async () => {
  const { point } = await newsSince(null);
  for (const foreign of [null, undefined, "", "x", "-1", "1.5", "9".repeat(14), "9".repeat(40)]) {
    expect(await newsSince(foreign)).toMatchObject({ changes: null });
  }
  await change("cus_old");
  expect((await newsSince(point)).changes).toContainEqual(
    expect.objectContaining({ customerId: "cus_old" }),
  );
});

test("what is older than an hour is forgotten, and a point before it is unknown", async () => {
  const { point: before } = await newsSince(null);
  await change("cus_forgotten");
  await change("cus_edge");
  const { point: after } = await newsSince(null);
  await db.execute(sql`update changes set at = now() - interval '61 minutes'`);
  await change("cus_young");
  await sweepChanges();

  expect(await newsSince(before)).toMatchObject({ changes: null });
  expect((await newsSince(after)).changes?.map(({ customerId }) => customerId)).toEqual([
    "cus_young",
  ]);
  const kept = await db.execute(sql`select customer_id from changes order by xid`);
  expect(kept.map((row) => row.customer_id)).toEqual(["cus_edge", "cus_young"]);
});

test("rows of another database's transactions are swept", async () => {
  const future = sql`(pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 1000000)::text::xid8`;
  await db.execute(sql`insert into changes (xid, customer_id) values (${future}, 'cus_restored')`);
  await sweepChanges();
  const left = await db.execute(
    sql`select count(*)::int as n from changes where customer_id = 'cus_restored'`,
  );
  expect(left[0]?.n).toBe(0);
});

test("more than is worth naming is not named", async () => {
  const { point } = await newsSince(null);
  await db.execute(
    sql`insert into changes (customer_id) select 'cus_' || n from generate_series(1, 501) n`,
  );
  expect(await newsSince(point)).toMatchObject({ changes: null });
});
