import { sql } from "drizzle-orm";
import { createTranslator } from "use-intl/core";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { readAuditFilter } from "@/lib/audit/model";
import { listAudit } from "@/lib/audit/queries";
import { WINDOW } from "@/lib/customers/filter";
import { textsOf } from "@/lib/languages/catalogues";
import { readRequestFilter } from "@/lib/requests/model";
import { listRequests } from "@/lib/requests/queries";
import { sweepRequests } from "@/lib/requests/sweep";
import { readWebhookFilter } from "@/lib/webhooks/model";
import { listWebhooks } from "@/lib/webhooks/queries";
import { countStuck } from "@/lib/webhooks/replay-many";
import { countSignatureTrouble } from "@/lib/webhooks/trouble";
import { seedPortfolio } from "@/scripts/seed/bulk";
import { type Staff, staff } from "@/scripts/testing/actors";
import { analyze, growingParts } from "@/scripts/testing/plans";

const ROWS = 30_000;
const CUSTOMERS = 5_000;

const t = createTranslator({ ...textsOf("en"), namespace: "auth.device" });

let admin: Staff;
beforeAll(async () => {
  admin = await staff("admin");
  await seedPortfolio(CUSTOMERS, admin);
  await db.execute(sql`
    insert into deliveries (id, key_id, signed_at, received_at, state, client_id, institution_id,
      status, attempts, last_failure, stale)
    select 'd' || n, 'k', now(), now() - n * interval '3 minutes',
      (array['projected', 'projected', 'projected', 'orphan', 'unhandled', 'received'])[1 + n % 6],
      'client' || n % 500, 'ins_' || n % 40, 'ENABLED', 1 + (n % 50 = 0)::int,
      case when n % 12 = 5 then 'TEST' end, n % 7 = 0
    from generate_series(1, ${ROWS}::int) as n`);
  await db.execute(sql`
    insert into webhook_rejections (id, at, code, body, body_bytes, headers, facts)
    select 'rej_' || n, now() - n * interval '9 minutes', 'too_old', '', 0, '{}', '{}'
    from generate_series(1, 8000) as n`);
  await db.execute(sql`
    insert into partner_api_requests (id, at, endpoint, customer_id, attempt, outcome, request_id,
      duration_ms)
    select 'req_' || n, now() - n * interval '3 minutes',
      (array['/partner/customer/get', '/partner/customer/oauth_institutions/get'])[1 + n % 2],
      'cus_' || n % 900, 1, (array['ok', 'ok', 'ok', 'rejected', 'unavailable'])[1 + n % 5],
      'r' || n, 90
    from generate_series(1, ${ROWS}::int) as n`);
  await db.execute(sql`
    insert into audit_entries (actor_kind, actor_id, action, subject, details)
    select 'system', (array['webhook', 'poll', 'sweep'])[1 + n % 3],
      (array['a.one', 'a.two', 'a.three', 'a.four'])[1 + n % 4], 'cus_' || n % 900, '{}'
    from generate_series(1, ${ROWS}::int) as n`);
  await analyze("deliveries", "webhook_rejections", "partner_api_requests", "audit_entries");
}, 120_000);

const growing = (read: () => Promise<unknown>) => growingParts(read, { rowsMax: WINDOW });
const queryOf = (text: string) => Object.fromEntries(new URLSearchParams(text));
const today = new Date().toISOString().slice(0, 10);

describe("among many webhooks the log reads index ranges", () => {
  test.each([
    "",
    "verdict=failed",
    "verdict=verified",
    "verdict=duplicate",
    "verdict=rejected",
    "client=client7",
    "bank=ins_7",
    "bank=ins_7&verdict=orphan",
    "client=client7&verdict=duplicate&bank=ins_7",
    "from=2026-01-01&until=2036-01-01&verdict=stale",
  ])("%s", async (query) => {
    const filter = readWebhookFilter(queryOf(query));
    const { next } = await listWebhooks(admin, filter);
    for (const after of [null, next]) {
      expect(await growing(() => listWebhooks(admin, { ...filter, after }))).toEqual([]);
    }
  });

  test("and so do the counts beside it", async () => {
    expect(await growing(() => countStuck(admin, new Date(0)))).toEqual([]);
    expect(await growing(() => countSignatureTrouble(admin))).toEqual([]);
  });
});

describe("among many calls the log reads index ranges", () => {
  test.each([
    "",
    "endpoint=%2Fpartner%2Fcustomer%2Fget",
    "outcome=rejected",
    "outcome=ok",
    "customer=cus_7",
    "customer=cus_7&outcome=rejected",
    "request_id=r7",
    "outcome=unavailable&endpoint=%2Fpartner%2Fcustomer%2Fget&from=2026-01-01",
  ])("%s", async (query) => {
    const filter = readRequestFilter(queryOf(query));
    const { next } = await listRequests(admin, filter);
    for (const after of [null, next]) {
      expect(await growing(() => listRequests(admin, { ...filter, after }))).toEqual([]);
    }
  });
});

describe("among many entries the audit log reads index ranges", () => {
  test.each([
    "",
    "person=poll",
    "action=a.one",
    "person=poll&action=a.two",
    "object=cus_7",
    "object=cus_7&action=a.one",
    `from=${today}`,
    `person=poll&from=${today}&until=${today}`,
    "until=2020-01-01",
    "action=nothing",
  ])("%s", async (query) => {
    const filter = readAuditFilter(queryOf(query));
    for (const before of [null, ROWS / 2]) {
      expect(await growing(() => listAudit(admin, { ...filter, before }, t))).toEqual([]);
    }
  });
});

test("calls of the Partner API are forgotten after 90 days, some at a time", async () => {
  await db.execute(sql`
    insert into partner_api_requests (id, at, endpoint, attempt, outcome, duration_ms)
    select 'old_' || n, now() - interval '91 days', '/x', 1, 'ok', 1
    from generate_series(1, 2500) as n`);
  const old = async () =>
    (await db.execute(sql`select from partner_api_requests where id like 'old%'`)).length;
  await sweepRequests();
  expect(await old()).toBe(500);
  await sweepRequests();
  expect(await old()).toBe(0);
  const [young] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from partner_api_requests where id like 'req%'`,
  );
  expect(young?.n).toBe(ROWS);
});
