import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Delivery } from "./model";
import { application, createCustomer, png, startProcess, startReceiver, until } from "./testing";

// Every test here has a process of its own, so they run side by side.
const journal = (dataDir: string) => join(dataDir, "emulator", "journal.jsonl");

test.concurrent("after SIGKILL everything is there and the registration goes on", async () => {
  const receiver = await startReceiver();
  const first = await startProcess();
  await first.control("PUT", "/webhooks", { url: receiver.url });
  await first.control("PUT", "/partner", { products: ["auth"], has_logo: true });
  await first.control("PUT", "/options", { existing_companies: ["Twin"] });
  await first.control("PUT", "/next-create", { status: "UNDER_REVIEW" });
  await first.control("POST", "/keys/rotate", { expire_old: true });
  const active = await createCustomer(first, { logo: png().toString("base64") });
  await first.control("POST", `/customers/${active.client_id}/status`, { status: "ACTIVE" });
  const before = (await first.control("GET", "/state")).body;
  await first.kill();

  const second = await startProcess(first.dataDir);
  expect((await second.control("GET", "/state")).body).toEqual(before);
  expect((await second.control("GET", `/customers/${active.client_id}`)).body.secrets).toEqual(
    active.secrets,
  );
  expect((await second.control("GET", "/requests")).body).toHaveLength(1);

  await second.control("PUT", "/clock", { speed: 200 });
  await until(async () => (await second.control("GET", "/state")).body.pending.registrations === 0);
  await until(() => receiver.received.length === 8 * 3);
  await second.stop();
  receiver.close();
});

test.concurrent("after SIGKILL a retry that was waiting is made", async () => {
  const receiver = await startReceiver(() => (receiver.received.length === 1 ? 500 : 200));
  const first = await startProcess();
  await first.control("PUT", "/webhooks", { url: receiver.url });
  const { client_id } = await createCustomer(first);
  await first.control("POST", `/customers/${client_id}/institutions/ins_5`, { status: "ENABLED" });
  await until(
    async () => (await first.control<Delivery[]>("GET", "/deliveries")).body[0]?.finished_at,
  );
  await first.kill();

  const second = await startProcess(first.dataDir);
  await second.control("POST", "/clock/advance", { ms: 30_000 });
  await until(() => receiver.received.length === 2);
  await until(async () => (await second.control("GET", "/state")).body.pending.webhooks === 0);
  const { body } = await second.control<Delivery[]>("GET", "/deliveries");
  expect(body.map((d) => [d.attempt, d.status])).toEqual([
    [1, 500],
    [2, 200],
  ]);
  await second.stop();
  receiver.close();
});

test.concurrent("what was committed before the connection dropped survives a SIGKILL right after it", async () => {
  const first = await startProcess();
  await first.control("PUT", "/faults", [
    { endpoint: "/partner/customer/create", kind: "drop-after-commit" },
  ]);
  const same = application();
  await expect(first.call("/partner/customer/create", same)).rejects.toThrow();
  await first.kill();

  const second = await startProcess(first.dataDir);
  const again = await second.call("/partner/customer/create", same);
  expect(again.body.error_code).toBe("CUSTOMER_ALREADY_CREATED");
  await second.stop();
});

test.concurrent("a line torn by a crash is left out, and the file is compacted at the start", async () => {
  const first = await startProcess();
  const { client_id } = await createCustomer(first);
  for (let i = 0; i < 20; i++) {
    await first.control("POST", `/customers/${client_id}/agreements`, {
      flowdown_status: "IN_REVIEW",
    });
  }
  await first.kill();
  const lines = readFileSync(journal(first.dataDir), "utf8").split("\n").length;
  appendFileSync(journal(first.dataDir), '{"kind":"customer","id":"torn","value":{"client');

  const second = await startProcess(first.dataDir);
  const { customers } = (await second.control("GET", "/state")).body;
  expect(customers).toHaveLength(1);
  expect(customers[0]?.flowdown_status).toBe("IN_REVIEW");
  expect(readFileSync(journal(first.dataDir), "utf8").split("\n").length).toBeLessThan(lines - 15);
  await second.stop();
});

test.concurrent("SIGTERM ends it with 0, even with a call hanging", async () => {
  const emulator = await startProcess();
  await emulator.control("PUT", "/faults", [{ endpoint: "*", kind: "hang" }]);
  const hanging = emulator.call("/partner/customer/get").catch(() => "cut");
  await until(
    async () => (await emulator.control<unknown[]>("GET", "/requests")).body.length === 1,
  );
  expect(await emulator.stop()).toBe(0);
  expect(await hanging).toBe("cut");
});

test.concurrent("a webhook is tried again when there is no answer within 10 s, or nobody listens", async () => {
  const receiver = await startReceiver(() => null);
  const emulator = await startProcess();
  const { client_id } = await createCustomer(emulator);
  const fire = async (url: string) => {
    await emulator.control("PUT", "/webhooks", { url });
    await emulator.control("POST", `/customers/${client_id}/institutions/ins_5`, {
      status: "PROCESSING",
    });
  };
  await fire(receiver.url);
  await until(() => receiver.received.length === 1);
  await fire("http://127.0.0.1:1/");

  const [hung, refused] = await until(async () => {
    const { body } = await emulator.control<Delivery[]>("GET", "/deliveries");
    return body.length === 2 && body.every(({ finished_at }) => finished_at) && body;
  }, 18_000);
  expect(hung).toMatchObject({ status: null, error: "no answer within 10000 ms" });
  const waitedMs = Date.parse(hung?.finished_at ?? "") - Date.parse(hung?.at ?? "");
  expect(waitedMs).toBeGreaterThanOrEqual(9_900);
  expect(refused?.error).toContain("ECONNREFUSED");
  expect((await emulator.control("GET", "/state")).body.pending.webhooks).toBe(2);
  await emulator.stop();
  receiver.close();
});
