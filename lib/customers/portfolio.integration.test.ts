import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { customerStatuses, describeStatus } from "@/lib/statuses/model";
import { compactCounts } from "@/lib/work/compact";
import { type Staff, staff } from "@/scripts/testing/actors";
import { addCustomers } from "@/scripts/testing/customers";

const WRITERS = 6;
const CHANGES = 300;

let actor: Staff;
beforeAll(async () => {
  actor = await staff("onboarder");
});

describe("whose turn it is", () => {
  test.each([...customerStatuses, "ON_HOLD"])("%s is as the dictionary says", async (status) => {
    const allEnabled = { banksTotal: 2, banksEnabled: 2 };
    const [id] = await addCustomers(actor, [{ status, ...allEnabled }]);
    expect(await turnOf(id)).toBe(describeStatus(status).turn);
  });

  test.each([
    [{ banksTotal: 0 }, "plaid"],
    [{ banksTotal: 9, banksEnabled: 8 }, "plaid"],
    [{ banksTotal: 9, banksEnabled: 8, banksAttention: 1 }, "you"],
    [{ banksTotal: 9, banksEnabled: 9 }, "nobody"],
  ])("live with %o is %s", async (banks, turn) => {
    const [id] = await addCustomers(actor, [{ status: "ACTIVE", ...banks }]);
    expect(await turnOf(id)).toBe(turn);
  });

  async function turnOf(id = ""): Promise<unknown> {
    const [row] = await db.execute(sql`select turn from customers where id = ${id}`);
    return row?.turn;
  }
});

describe("after thousands of changes at once", () => {
  let snapshots = 0;

  beforeAll(async () => {
    let writing = WRITERS;
    const writers = Array.from({ length: WRITERS }, () => write().finally(() => writing--));
    const readers = Array.from({ length: 2 }, async () => {
      while (writing > 0) {
        await compare();
        snapshots++;
      }
    });
    const compaction = (async () => {
      while (writing > 0) await compactCounts();
    })();
    await Promise.all([...writers, ...readers, compaction]);
  }, 120_000);

  // `beforeAll` compared while everybody was writing and the counters were being compacted.
  test("the counters were exact at every look", async () => {
    await compare();
    expect(snapshots).toBeGreaterThan(10);
  });

  test("a compacted counter has one row of a kind, and the same sums", async () => {
    await addCustomers(
      actor,
      Array.from({ length: 10 }, () => ({})),
    );
    for (let n = 0; n < 220; n++) await addCustomers(actor, [{ status: "READY" }]);
    await compactCounts();
    const [kept] = await db.execute(
      sql`select count(*)::int as rows, count(distinct (turn, status))::int as kinds from customer_counts`,
    );
    expect(kept?.rows).toBe(kept?.kinds);
    await compare();
  });

  test("every customer is found by exactly its own words", async () => {
    const [odd] = await db.execute(sql`
      select count(*)::int as count from (
        select id, term from customers, search_terms(
          concat_ws(' ', company_name, legal_entity_name, application_name),
          website, client_id, emails) as term
      ) as said full join customer_terms on customer_id = id and customer_terms.term = said.term
      where id is null or customer_id is null
    `);
    expect(odd?.count).toBe(0);
  });
});

/** One statement, so one snapshot: the counters and what they count. */
async function compare(): Promise<void> {
  const [differing] = await db.execute(sql`
    with counted as (select turn, status, count(*) as n from customers group by 1, 2),
    kept as (select turn, status, sum(n) as n from customer_counts group by 1, 2 having sum(n) <> 0),
    went_live as (
      select go_live_week(enabled_at) as week, go_live_days(created_at, enabled_at) as days, count(*) as n
      from customers where enabled_at is not null group by 1, 2
    ),
    kept_live as (
      select week, days, sum(n) as n from go_live_counts group by 1, 2 having sum(n) <> 0
    )
    select
      (select count(*)::int from counted full join kept using (turn, status)
        where counted.n is distinct from kept.n) as counts,
      (select count(*)::int from went_live full join kept_live using (week, days)
        where went_live.n is distinct from kept_live.n) as live
  `);
  expect(differing).toEqual({ counts: 0, live: 0 });
}

/** What a portfolio goes through: single rows and many at once, committed and not. */
async function write(): Promise<void> {
  const mark = randomUUID().slice(0, 8);
  const mine = sql`website = ${`https://${mark}.example`}`;
  const any = sql`id in (select id from customers where ${mine} order by random() limit 3)`;
  const status = sql`(array['DRAFT','READY','ACTIVE','ACTIVE','ON_HOLD','REMOVED'])[1 + floor(random() * 6)::int]`;
  const changes = [
    sql`insert into customers (id, created_by, company_name, website, status, created_at)
      select ${mark} || gen_random_uuid(), ${actor.userId}, 'Ümlaut-' || n || ' Pay', ${`https://${mark}.example`},
        ${status}, now() - random() * interval '90 days' from generate_series(1, 4) as n`,
    sql`update customers set status = ${status} where ${any}`,
    sql`update customers set banks_total = 9, banks_enabled = 9, banks_attention = floor(random() * 2)::int where ${any}`,
    sql`update customers set enabled_at = now() - random() * interval '60 days' where ${any}`,
    sql`update customers set company_name = 'Renamed ' || substr(id, 9, 4), emails = array[substr(id, 9, 4) || '@a.test'] where ${any}`,
    sql`update customers set client_id = id where ${any}`,
    sql`update customers set updated_at = now() where ${mine}`,
    sql`delete from customers where ${any}`,
  ];
  for (let n = 0; n < CHANGES; n++) {
    const change = changes[Math.floor(Math.random() * changes.length)] ?? sql`select 1`;
    const kept = Math.random() < 0.9;
    await db
      .transaction(async (tx) => {
        await tx.execute(change);
        if (!kept) tx.rollback();
      })
      .catch((error: unknown) => {
        if (kept) throw error;
      });
  }
}
