import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { webhookRejectionCounts, webhookRejections } from "@/db/schema";
import { staff } from "@/scripts/testing/actors";
import type { RejectionCode } from "./model";
import { BODY_BYTES_MAX, KEPT_PER_HOUR, recordRejection } from "./reject";
import { REJECTIONS_MAX, sweepWebhooks } from "./sweep";
import { countSignatureTrouble } from "./trouble";

const huge = Buffer.alloc(64 * 1024, "x");
const headers = { "content-type": "application/json" };

function reject(code: RejectionCode, body = huge) {
  const facts = { receivedAt: new Date().toISOString(), bodySha256: "0".repeat(64) };
  return recordRejection({ code, facts }, { body, headers });
}

async function kept() {
  const [found] = await db.execute<{ rows: number; bytes: number; longest: number }>(sql`
    select count(*)::int as rows, coalesce(max(length(body)), 0) as longest,
      coalesce(sum(pg_column_size(r.*)), 0)::int as bytes from webhook_rejections as r`);
  if (!found) throw new Error("An aggregate has a row");
  return found;
}

async function counted(): Promise<number> {
  const [found] = await db.execute<{ n: number }>(
    sql`select coalesce(sum(n), 0)::int as n from webhook_rejection_counts`,
  );
  return found?.n ?? 0;
}

beforeEach(async () => {
  await db.delete(webhookRejections);
  await db.delete(webhookRejectionCounts);
});

// Guarantees that whoever can reach the address cannot fill the disk.
test("of 10,000 bad requests a bounded sample is kept, and all are counted", async () => {
  const flood = Array.from({ length: 10_000 }, () => reject("body_changed"));
  await Promise.all(flood);
  await expect.poll(counted, { timeout: 10_000 }).toBe(10_000);
  const { rows, bytes, longest } = await kept();
  expect(rows).toBeGreaterThan(0);
  // Statements under way at the same time do not see each other: as many as the pool has.
  expect(rows).toBeLessThanOrEqual(KEPT_PER_HOUR + 20);
  expect(longest).toBe(BODY_BYTES_MAX);
  expect(bytes).toBeLessThan(rows * (BODY_BYTES_MAX + 1_024));

  const [{ n } = { n: 0 }] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from webhook_rejection_counts`,
  );
  expect(n).toBeLessThanOrEqual(3);
}, 60_000);

describe("what was kept", () => {
  test("is swept down to so many of each cause, the latest", async () => {
    await db.execute(sql`
      insert into webhook_rejections (id, at, code, body, body_bytes, headers, facts)
      select 'rej_' || code || n, now() - n * interval '1 second', code, '', 0, '{}', '{}'
      from generate_series(1, ${REJECTIONS_MAX + 200}::int) as n,
        unnest(array['header_missing', 'too_old']) as code`);
    await sweepWebhooks();
    const left = await db.execute<{ code: string; n: number; oldest: string }>(sql`
      select code, count(*)::int as n, max(substring(id from '[0-9]+$')::int)::int as oldest
      from webhook_rejections group by code order by code`);
    expect(left).toEqual([
      { code: "header_missing", n: REJECTIONS_MAX, oldest: REJECTIONS_MAX },
      { code: "too_old", n: REJECTIONS_MAX, oldest: REJECTIONS_MAX },
    ]);
  });

  test("goes after 90 days, and its counts after a week", async () => {
    await db.execute(sql`
      insert into webhook_rejections (id, at, code, body, body_bytes, headers, facts)
      select 'rej_' || days, now() - make_interval(days => days), 'too_old', '', 0, '{}', '{}'
      from unnest(array[89, 91]) as days`);
    await db.execute(sql`
      insert into webhook_rejection_counts (code, minute, n)
      select 'too_old', now() - make_interval(days => days), 1 from unnest(array[6, 8]) as days`);
    await sweepWebhooks();
    const left = await db.select({ id: webhookRejections.id }).from(webhookRejections);
    expect(left).toEqual([{ id: "rej_89" }]);
    expect(await counted()).toBe(1);
  });
});

describe("trouble on our side of the wire", () => {
  const happened = (code: RejectionCode, n: number, minutesAgo: number) =>
    db.execute(sql`insert into webhook_rejection_counts (code, minute, n)
      values (${code}, now() - make_interval(mins => ${minutesAgo}), ${n})`);

  test("is said from three within a quarter of an hour on", async () => {
    const admin = await staff("admin");
    await happened("body_changed", 2, 5);
    await happened("too_old", 1, 20);
    expect(await countSignatureTrouble(admin)).toBe(0);
    await happened("too_old", 1, 1);
    expect(await countSignatureTrouble(admin)).toBe(3);
  });

  test("is not what strangers can send", async () => {
    await happened("header_missing", 500, 1);
    await happened("bad_signature", 500, 2);
    await happened("key_unavailable", 500, 2);
    expect(await countSignatureTrouble(await staff("admin"))).toBe(0);
  });
});
