import { spawn } from "node:child_process";
import { once } from "node:events";
import { eq, sql } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { customers, deliveries } from "@/db/schema";
import { enableCustomer } from "@/lib/customers/enable";
import { storeDelivery } from "@/lib/webhooks/store";
import { staff } from "@/scripts/testing/actors";
import { emulator } from "@/scripts/testing/context";
import { bankEvent, deliveryOf } from "@/scripts/testing/deliveries";
import { sentCustomer } from "@/scripts/testing/drafts";

const banks = "/partner/customer/oauth_institutions/get";

vi.setConfig({ testTimeout: 60_000 });
afterEach(() => emulator.faults([]));

test("a worker told to stop finishes what it is at", async () => {
  const { id, code } = await stoppedAtWork({ callMs: 1_000 });
  expect(code).toBe(0);
  expect(await rowOf(id)).toMatchObject({ state: "projected" });
});

test("what takes too long is left to another worker at once, not when the lease ends", async () => {
  const { id, code } = await stoppedAtWork({ callMs: 30_000 });
  expect(code).toBe(0);
  expect(await rowOf(id)).toMatchObject({ state: "received", failures: 0, due: true });
});

/** A worker of its own, told to stop while Plaid takes its time to answer. */
async function stoppedAtWork({ callMs }: { callMs: number }) {
  const onboarder = await staff("onboarder");
  const { id: customerId, clientId } = await sentCustomer(onboarder);
  await enableCustomer(onboarder, customerId);
  // Only what is delivered shall move it.
  await db.update(customers).set({ dueAt: null }).where(eq(customers.id, customerId));
  await emulator.faults([{ endpoint: banks, kind: "latency", ms: callMs }]);
  const delivery = deliveryOf(bankEvent({ clientId }));
  await storeDelivery(delivery);

  const args = ["--import", "./scripts/typescript.mjs", "scripts/worker.ts"];
  const worker = spawn(process.execPath, args, { env: process.env, stdio: "ignore" });
  await expect.poll(() => asked(clientId), { timeout: 30_000 }).toBe(true);
  worker.kill("SIGTERM");
  const [code] = await once(worker, "exit");
  return { id: delivery.id, code };
}

async function asked(clientId: string): Promise<boolean> {
  const requests = await emulator.requests<{ path: string; body: Record<string, unknown> }[]>();
  return requests.some(
    ({ path, body }) => path === banks && body.end_customer_client_id === clientId,
  );
}

async function rowOf(id: string) {
  const { state, failures, dueAt } = deliveries;
  const [row] = await db
    .select({ state, failures, due: sql<boolean>`${dueAt} <= now()` })
    .from(deliveries)
    .where(eq(deliveries.id, id));
  return row;
}
