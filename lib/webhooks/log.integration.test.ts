import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { customers, deliveries, webhookRejections } from "@/db/schema";
import { enableCustomer } from "@/lib/customers/enable";
import { refreshInstitutions } from "@/lib/institutions/refresh";
import { staff } from "@/scripts/testing/actors";
import { emulator } from "@/scripts/testing/context";
import { bankEvent, deliveryOf } from "@/scripts/testing/deliveries";
import { sentCustomer } from "@/scripts/testing/drafts";
import { readWebhookFilter } from "./model";
import { projectDelivery } from "./project";
import { getWebhook, listWebhooks } from "./queries";
import { previewReplay, replayDelivery } from "./replay";
import { countStuck, getReplay, replayStuck } from "./replay-many";
import { storeDelivery } from "./store";
import { sweepWebhooks } from "./sweep";

const banks = "/partner/customer/oauth_institutions/get";
const { signal } = new AbortController();

beforeEach(async () => {
  await db.delete(deliveries);
  await db.delete(webhookRejections);
});
afterEach(() => emulator.faults([]));

/** A live customer whose banks are known here as they are at Plaid. */
async function liveCustomer() {
  const onboarder = await staff("onboarder");
  const customer = await sentCustomer(onboarder);
  await enableCustomer(onboarder, customer.id);
  await refreshInstitutions(customer, "check");
  await db.update(customers).set({ dueAt: null }).where(eq(customers.id, customer.id));
  return customer;
}

async function tell(clientId: string, status: string) {
  const delivery = deliveryOf(bankEvent({ clientId, status }));
  await storeDelivery(delivery);
  return delivery.id;
}

/** What Plaid says of Chase from now on, without telling us. */
async function chaseBecomes(clientId: string, status: string) {
  await emulator.setInstitution(clientId, "ins_56", { status, webhook: false });
}

const list = async (query: Record<string, string> = {}) =>
  listWebhooks(await staff("admin"), readWebhookFilter(query));
const look = async (id: string) => getWebhook(await staff("admin"), id);

test("a delivery says what it changed, and one that changed nothing says so", async () => {
  const { clientId } = await liveCustomer();
  await chaseBecomes(clientId, "PROCESSING");
  const first = await tell(clientId, "processing");
  await projectDelivery(first, signal);
  const again = await tell(clientId, "processing");
  await projectDelivery(again, signal);
  expect(await look(first)).toMatchObject({
    verdict: "verified",
    effect: [{ institutionId: "ins_56", from: "NOT_STARTED", to: "PROCESSING" }],
  });
  expect(await look(again)).toMatchObject({ verdict: "verified", effect: [] });
});

test("a delivery that is behind what we know is told as such", async () => {
  const { clientId } = await liveCustomer();
  await chaseBecomes(clientId, "ENABLED");
  await projectDelivery(await tell(clientId, "enabled"), signal);
  const late = await tell(clientId, "processing");
  await projectDelivery(late, signal);
  expect(await look(late)).toMatchObject({ verdict: "stale", effect: [] });
  expect((await list({ verdict: "stale" })).rows.map(({ id }) => id)).toEqual([late]);
});

test("errors that a bank added stand in the effect", async () => {
  const { clientId } = await liveCustomer();
  await emulator.setInstitution(clientId, "ins_56", {
    status: "ATTENTION_REQUIRED",
    errors: ["Application logo is required"],
    webhook: false,
  });
  const id = await tell(clientId, "attention-required");
  await projectDelivery(id, signal);
  const view = await look(id);
  expect(view?.effect?.[0]).toMatchObject({
    to: "ATTENTION_REQUIRED",
    errorsAdded: ["Application logo is required"],
  });
});

test("the log shows everything as one line, narrowed by what is asked", async () => {
  const { clientId } = await liveCustomer();
  const waiting = await tell(clientId, "enabled");
  const orphan = await tell("nobody", "enabled");
  await projectDelivery(orphan, signal);
  const unhandled = deliveryOf({ webhook_type: "ITEM" });
  await storeDelivery(unhandled);
  await storeDelivery(unhandled);
  const [rejected] = await db
    .insert(webhookRejections)
    .values({
      ...{ code: "body_changed", body: Buffer.from("{"), bodyBytes: 9_000, headers: {} },
      facts: { receivedAt: new Date().toISOString(), bodySha256: "0" },
    })
    .returning();
  const found = async (query: Record<string, string>) =>
    (await list(query)).rows.map(({ id }) => id);
  expect(await found({})).toEqual([rejected?.id, unhandled.id, orphan, waiting]);
  expect(await found({ verdict: "rejected" })).toEqual([rejected?.id]);
  expect(await found({ verdict: "duplicate" })).toEqual([unhandled.id]);
  expect(await found({ verdict: "orphan" })).toEqual([orphan]);
  expect(await found({ client: clientId })).toEqual([waiting]);
  expect(await found({ bank: "ins_56" })).toEqual([orphan, waiting]);
  expect(await found({ bank: "ins_56", verdict: "orphan" })).toEqual([orphan]);
  expect(await found({ until: "2020-01-01" })).toEqual([]);
  expect(await look(rejected?.id ?? "")).toMatchObject({
    cause: "body_changed",
    body: { raw: "{", pretty: null, bytes: 9_000, cut: true },
  });
});

test("pages follow each other without a gap, over both kinds", async () => {
  await db.execute(sql`
    insert into deliveries (id, key_id, signed_at, received_at, state)
    select 'd' || n, 'k', now(), now() - n * interval '1 second', 'unhandled'
    from generate_series(1, 120) as n`);
  await db.execute(sql`
    insert into webhook_rejections (id, at, code, body, body_bytes, headers, facts)
    select 'rej_' || n, now() - n * interval '7 seconds', 'too_old', '', 0, '{}', '{}'
    from generate_series(1, 40) as n`);
  const ids: string[] = [];
  const times: string[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const page = await list(after ? { after } : {});
    ids.push(...page.rows.map(({ id }) => id));
    times.push(...page.rows.map(({ at }) => at));
    after = page.next;
  }
  expect(ids).toHaveLength(160);
  expect(new Set(ids).size).toBe(160);
  expect(times).toEqual(times.toSorted().toReversed());
});

describe("replaying one", () => {
  test("says before what it would change, and writes nothing meanwhile", async () => {
    const admin = await staff("admin");
    const { id, clientId } = await liveCustomer();
    const told = await tell(clientId, "processing");
    await projectDelivery(told, signal);
    expect(await previewReplay(admin, told)).toEqual({ ok: true, value: [] });
    await chaseBecomes(clientId, "ENABLED");
    expect(await previewReplay(admin, told)).toMatchObject({
      ok: true,
      value: [{ institutionId: "ins_56", to: "ENABLED" }],
    });
    const [row] = await db.execute<{ status: string }>(
      sql`select status from institutions where customer_id = ${id} and institution_id = 'ins_56'`,
    );
    expect(row?.status).toBe("NOT_STARTED");
  });

  test("does it again, keeps what it did before, and is on record", async () => {
    const admin = await staff("admin");
    const { id, clientId } = await liveCustomer();
    await chaseBecomes(clientId, "PROCESSING");
    const told = await tell(clientId, "processing");
    await projectDelivery(told, signal);
    await chaseBecomes(clientId, "ENABLED");
    expect(await replayDelivery(admin, told)).toEqual({ ok: true, value: null });
    expect(await look(told)).toMatchObject({ verdict: "waiting", replayedAt: expect.any(String) });
    await projectDelivery(told, signal);
    expect((await look(told))?.effect).toMatchObject([{ to: "PROCESSING" }, { to: "ENABLED" }]);
    const [entry] = await db.execute<{ action: string; delivery: string }>(sql`
      select action, details ->> 'delivery' as delivery from audit_entries
      where subject = ${id} order by seq desc limit 1`);
    expect(entry).toEqual({ action: "webhook.replayed", delivery: told });
  });

  test("is refused for what is not ours, nothing we use, or not there", async () => {
    const admin = await staff("admin");
    const orphan = await tell("nobody", "enabled");
    expect(await previewReplay(admin, orphan)).toMatchObject({
      error: { code: "customer_unknown" },
    });
    const unhandled = deliveryOf({});
    await storeDelivery(unhandled);
    expect(await previewReplay(admin, unhandled.id)).toMatchObject({
      error: { code: "not_replayable" },
    });
    expect(await replayDelivery(admin, unhandled.id)).toMatchObject({ ok: false });
    expect(await previewReplay(admin, "nothing")).toMatchObject({ error: { code: "not_found" } });
  });

  test("says that Plaid is down, or said no", async () => {
    const admin = await staff("admin");
    const { clientId } = await liveCustomer();
    const told = await tell(clientId, "enabled");
    for (const kind of ["500", "429"] as const) {
      await emulator.faults([{ endpoint: banks, kind }]);
      expect(await previewReplay(admin, told)).toMatchObject({ error: { code: "refused" } });
    }
  });
});

describe("replaying what failed", () => {
  const long_ago = new Date("2020-01-01");

  async function makeStuck(count: number) {
    await db.execute(sql`
      insert into deliveries (id, key_id, signed_at, received_at, state, client_id, failures,
        last_failure, quarantined_at)
      select 'stuck' || n, 'k', now(), now() - n * interval '1 minute', 'received', 'nobody', 5,
        'TEST', now() from generate_series(1, ${count}::int) as n`);
  }

  test("counts, sets due one after the other, and tells how far it is", async () => {
    const admin = await staff("admin");
    await makeStuck(3);
    const orphan = await tell("nobody", "enabled");
    await projectDelivery(orphan, signal);
    expect(await countStuck(admin, long_ago)).toEqual({ failed: 3, orphans: 1, more: false });
    const started = await replayStuck(admin, long_ago);
    if (!started.ok) throw new Error(started.error.code);
    const { id } = started.value;
    expect(await getReplay(admin, id)).toMatchObject({ total: 4, waiting: 4, done: 0 });
    const due = await db.select({ id: deliveries.id }).from(deliveries).orderBy(deliveries.dueAt);
    expect(due.map((row) => row.id)).toEqual(["stuck3", "stuck2", "stuck1", orphan]);
    await projectDelivery("stuck2", signal);
    expect(await getReplay(admin, id)).toMatchObject({ total: 4, waiting: 3, orphans: 1 });
    expect(await replayStuck(admin, new Date())).toMatchObject({ error: { code: "nothing" } });
  });

  test("takes a thousand at a time", async () => {
    const admin = await staff("admin");
    await makeStuck(1_100);
    expect((await countStuck(admin, long_ago)).more).toBe(true);
    const started = await replayStuck(admin, long_ago);
    if (!started.ok) throw new Error(started.error.code);
    expect(await getReplay(admin, started.value.id)).toMatchObject({ total: 1_000 });
    expect(await countStuck(admin, long_ago)).toMatchObject({ failed: 100 });
  });

  test("takes a fresh sign-in", async () => {
    await makeStuck(1);
    const admin = {
      ...(await staff("admin")),
      secondFactorAt: new Date(Date.now() - 16 * 60_000),
    };
    expect(await replayStuck(admin, long_ago)).toMatchObject({ error: { code: "sign_in_again" } });
    expect(await countStuck(admin, long_ago)).toMatchObject({ failed: 1 });
  });
});

test("bodies go after 90 days and rows after a year", async () => {
  await db.execute(sql`
    insert into deliveries (id, key_id, signed_at, received_at, state, body, headers)
    select 'd' || days, 'k', now(), now() - make_interval(days => days), 'unhandled', 'x', '{}'
    from unnest(array[89, 91, 364, 367]) as days`);
  await sweepWebhooks();
  const left = await db
    .select({ id: deliveries.id, body: deliveries.body })
    .from(deliveries)
    .orderBy(deliveries.id);
  expect(left).toEqual([
    { id: "d364", body: null },
    { id: "d89", body: Buffer.from("x") },
    { id: "d91", body: null },
  ]);
  expect(await look("d91")).toMatchObject({ body: { raw: null, pretty: null } });
});
