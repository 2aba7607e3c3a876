import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { customers, deliveries, institutionChanges, institutions } from "@/db/schema";
import { enableCustomer } from "@/lib/customers/enable";
import { storeDelivery } from "@/lib/webhooks/store";
import { staff } from "@/scripts/testing/actors";
import { emulator } from "@/scripts/testing/context";
import { bankEvent, deliveryOf } from "@/scripts/testing/deliveries";
import { customerRow, sentCustomer } from "@/scripts/testing/drafts";
import { claimDue, countFailure, postpone } from "./claim";
import { startWork } from "./loop";

const banks = "/partner/customer/oauth_institutions/get";

afterEach(() => emulator.faults([]));

function event(clientId: string, overrides: Record<string, unknown> = {}) {
  return deliveryOf({ ...bankEvent({ clientId }), ...overrides });
}

async function deliveryRow(id: string) {
  const [row] = await db.select().from(deliveries).where(eq(deliveries.id, id));
  return row;
}

async function liveCustomer() {
  const onboarder = await staff("onboarder");
  const customer = await sentCustomer(onboarder);
  await enableCustomer(onboarder, customer.id);
  // Only what a test delivers shall move it.
  await db.update(customers).set({ dueAt: null }).where(eq(customers.id, customer.id));
  return customer;
}

describe("what is stored", () => {
  test("the same delivery twice is one row", async () => {
    const delivery = event("nobody");
    await Promise.all([storeDelivery(delivery), storeDelivery(delivery), storeDelivery(delivery)]);
    expect(await deliveryRow(delivery.id)).toMatchObject({ state: "received", attempts: 3 });
  });

  test.each([
    ["no JSON", Buffer.from("{"), "unhandled"],
    ["another kind of event", event("x", { webhook_code: "SOMETHING_ELSE" }).body, "unhandled"],
    ["NUL and half a character", event("a\0b", { status: "\ud800" }).body, "received"],
    ["bytes that are no text", Buffer.from([0xff, 0x00, 0xfe]), "unhandled"],
  ])("%s is kept as it came", async (_, body, state) => {
    const delivery = { ...event("x"), body };
    await storeDelivery(delivery);
    const row = await deliveryRow(delivery.id);
    expect(row?.state).toBe(state);
    expect(row?.body?.equals(body)).toBe(true);
    await db.update(deliveries).set({ dueAt: null }).where(eq(deliveries.id, delivery.id));
  });
});

describe("claiming", () => {
  test("many claimers never get the same row", async () => {
    await db.update(deliveries).set({ dueAt: null });
    const ids = Array.from({ length: 60 }, () => event("claimed"));
    for (const delivery of ids) await storeDelivery(delivery);
    const claimed: string[] = [];
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        for (let row = await claimDue(deliveries); row; row = await claimDue(deliveries))
          claimed.push(row.id);
      }),
    );
    expect(claimed.toSorted()).toEqual(ids.map(({ id }) => id).toSorted());
  });

  test("a row that fails five times waits for a person; an outage never does that", async () => {
    const delivery = event("poison");
    await storeDelivery(delivery);
    for (let time = 0; time < 20; time++) await postpone(deliveries, delivery.id, "TIMEOUT");
    expect(await deliveryRow(delivery.id)).toMatchObject({ failures: 0, quarantinedAt: null });
    for (let time = 0; time < 4; time++)
      await countFailure(deliveries, delivery.id, "INVALID_FIELD");
    expect(await deliveryRow(delivery.id)).toMatchObject({ failures: 4, quarantinedAt: null });
    await countFailure(deliveries, delivery.id, "INVALID_FIELD");
    expect(await deliveryRow(delivery.id)).toMatchObject({
      dueAt: null,
      failures: 5,
      lastFailure: "INVALID_FIELD",
      quarantinedAt: expect.any(Date),
    });
  });

  // Two loops are at two deliveries of a customer: what one learns ends both, and then the other fails.
  test("a row whose work is over stays over, however a late try of it ends", async () => {
    const delivery = event("over");
    await storeDelivery(delivery);
    const over = { state: "projected", dueAt: null, lastFailure: null, failures: 0 } as const;
    await db.update(deliveries).set(over).where(eq(deliveries.id, delivery.id));
    await postpone(deliveries, delivery.id, "TIMEOUT");
    await countFailure(deliveries, delivery.id, "INVALID_FIELD");
    expect(await deliveryRow(delivery.id)).toMatchObject(over);
  });
});

describe("with the loop running", () => {
  let stop: () => Promise<void>;
  const live: Awaited<ReturnType<typeof liveCustomer>>[] = [];
  beforeAll(async () => {
    // Made before the loop runs, so that its polls have no part in what the tests look at.
    for (let count = 0; count < 4; count++) live.push(await liveCustomer());
    await db.update(deliveries).set({ dueAt: null });
    stop = startWork().stop;
  });

  function nextLive() {
    const customer = live.pop();
    if (!customer) throw new Error("Make more live customers above");
    return customer;
  }
  afterAll(() => stop());

  async function projected(id: string) {
    await expect
      .poll(async () => (await deliveryRow(id))?.state, { timeout: 15_000 })
      .toBe("projected");
  }

  test("a delivery brings the bank grid to what Plaid says, with its history", async () => {
    const { id, clientId } = nextLive();
    const change = { status: "ENABLED", production_enablement_date: "2026-11-20", webhook: false };
    await emulator.setInstitution(clientId, "ins_56", change);
    const delivery = event(clientId);
    await storeDelivery(delivery);
    await projected(delivery.id);
    const chase = and(eq(institutions.customerId, id), eq(institutions.institutionId, "ins_56"));
    expect(await db.select().from(institutions).where(chase)).toMatchObject([
      { status: "ENABLED", productionEnablementDate: "2026-11-20" },
    ]);
    const changes = await db
      .select()
      .from(institutionChanges)
      .where(
        and(eq(institutionChanges.customerId, id), eq(institutionChanges.institutionId, "ins_56")),
      );
    expect(changes).toMatchObject([{ status: "ENABLED", source: "webhook" }]);
  });

  // The body of a webhook may be late or false; only the API counts.
  test("the API wins over what the webhook says", async () => {
    const { id, clientId } = nextLive();
    await emulator.setInstitution(clientId, "ins_56", { status: "APPROVED", webhook: false });
    const delivery = event(clientId, { status: "attention-required" });
    await storeDelivery(delivery);
    await projected(delivery.id);
    const chase = and(eq(institutions.customerId, id), eq(institutions.institutionId, "ins_56"));
    expect(await db.select().from(institutions).where(chase)).toMatchObject([
      { status: "APPROVED" },
    ]);
  });

  test("a burst about one customer is few calls", async () => {
    const { id, clientId } = nextLive();
    const before = await calls(clientId);
    const burst = Array.from({ length: 40 }, () => event(clientId));
    await Promise.all(burst.map(storeDelivery));
    for (const delivery of burst) await projected(delivery.id);
    expect((await calls(clientId)) - before).toBeLessThan(10);
    expect((await customerRow(id)).banksTotal).toBe(10);
  });

  test("an unknown customer's delivery is kept as an orphan", async () => {
    const delivery = event(`nobody-${randomUUID()}`);
    await storeDelivery(delivery);
    await expect.poll(async () => (await deliveryRow(delivery.id))?.state).toBe("orphan");
  });

  test("Plaid down: nothing is lost, and it is done once Plaid answers", async () => {
    const { clientId } = nextLive();
    await emulator.faults([{ endpoint: banks, kind: "500" }]);
    const delivery = event(clientId);
    await storeDelivery(delivery);
    await expect
      .poll(async () => (await deliveryRow(delivery.id))?.lastFailure, { timeout: 15_000 })
      .toBe("INTERNAL_SERVER_ERROR");
    expect(await deliveryRow(delivery.id)).toMatchObject({ failures: 0, state: "received" });
    await emulator.faults([]);
    await db.update(deliveries).set({ dueAt: sql`now()` }).where(eq(deliveries.id, delivery.id));
    await projected(delivery.id);
  });
});

// Guarantees that a killed process holds nothing: its row is free again when the lease ends.
test("a worker killed at work loses nothing", { timeout: 60_000 }, async () => {
  const { clientId } = await liveCustomer();
  await emulator.faults([{ endpoint: banks, kind: "latency", ms: 8_000 }]);
  const before = await calls(clientId);
  const first = worker();
  const delivery = event(clientId);
  await storeDelivery(delivery);
  await expect.poll(() => calls(clientId), { timeout: 20_000 }).toBeGreaterThan(before);
  first.kill("SIGKILL");
  await emulator.faults([]);
  const second = worker();
  await expect
    .poll(async () => (await deliveryRow(delivery.id))?.state, { timeout: 30_000 })
    .toBe("projected");
  second.kill("SIGTERM");
  expect(await new Promise((resolve) => second.once("exit", resolve))).toBe(0);
});

function worker() {
  const args = ["--import", "./scripts/typescript.mjs", "scripts/worker.ts"];
  return spawn(process.execPath, args, { env: process.env, stdio: "ignore" });
}

async function calls(clientId: string): Promise<number> {
  const requests = await emulator.requests<{ path: string; body: Record<string, unknown> }[]>();
  return requests.filter(
    ({ path, body }) => path === banks && body.end_customer_client_id === clientId,
  ).length;
}
