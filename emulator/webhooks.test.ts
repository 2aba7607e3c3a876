import { createHash } from "node:crypto";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Delivery } from "./model";
import {
  createCustomer,
  type Received,
  type Running,
  startProcess,
  startReceiver,
  until,
  verifyToken,
} from "./testing";

let emulator: Running;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let answer: (received: Received) => number | Promise<number> = () => 200;
let client_id: string;

beforeAll(async () => {
  emulator = await startProcess();
  receiver = await startReceiver((received) => answer(received));
});
afterAll(async () => {
  await emulator.stop();
  receiver.close();
});
beforeEach(async () => {
  await emulator.control("POST", "/reset");
  await emulator.control("PUT", "/webhooks", { url: receiver.url });
  client_id = (await createCustomer(emulator)).client_id;
  receiver.received.length = 0;
  answer = () => 200;
});

const fire = (status = "PROCESSING", institution = "ins_5") =>
  emulator.control("POST", `/customers/${client_id}/institutions/${institution}`, { status });
const advance = (ms: number) => emulator.control("POST", "/clock/advance", { ms });
type Logged = Delivery & { body: unknown };
const deliveries = async (): Promise<Logged[]> =>
  (await emulator.control<Logged[]>("GET", "/deliveries")).body;
const keys = async () => (await emulator.control("GET", "/state")).body.keys;
const msBetween = (from: unknown, to: unknown) => Date.parse(String(to)) - Date.parse(String(from));
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

async function received(count = 1): Promise<Received[]> {
  await until(() => receiver.received.length >= count);
  return receiver.received;
}

describe("W1–W3: a delivery", () => {
  test("is signed with a published key over its exact bytes", async () => {
    await fire("ATTENTION_REQUIRED");
    const [delivery] = await received();
    if (!delivery) throw new Error("nothing arrived");
    const event = {
      webhook_type: "PARTNER",
      webhook_code: "END_CUSTOMER_OAUTH_STATUS_UPDATED",
      end_customer_client_id: client_id,
      environment: "production",
      institution_id: "ins_5",
      institution_name: "Citibank Online",
      status: "attention-required",
    };
    expect(delivery.raw).toBe(JSON.stringify(event, null, 2));
    expect(delivery.headers["content-type"]).toBe("application/json");

    const { payload, protectedHeader } = await verifyToken(emulator, delivery.token);
    expect(Object.entries(protectedHeader)).toEqual([
      ["alg", "ES256"],
      ["kid", (await keys()).production[0].kid],
      ["typ", "JWT"],
    ]);
    expect(Object.keys(payload)).toEqual(["iat", "request_body_sha256"]);
    expect(Math.abs(Number(payload.iat) - Date.now() / 1000)).toBeLessThan(30);
    expect(payload.request_body_sha256).toBe(sha256(delivery.raw));
  });

  // Whoever parses and serialises again before hashing must fail here as with Plaid.
  test("does not hash equal once it is serialised again", async () => {
    await fire();
    const [delivery] = await received();
    const claim = decodeJwt(String(delivery?.token)).request_body_sha256;
    expect(sha256(JSON.stringify(delivery?.body))).not.toBe(claim);
    expect(sha256(JSON.stringify(delivery?.body, null, 4))).not.toBe(claim);
  });

  test("under way at a reset is forgotten", async () => {
    let refuse = (_status: number) => {};
    const late = new Promise<number>((resolve) => {
      refuse = resolve;
    });
    answer = () => (receiver.received.length === 1 ? late : 200);
    await fire();
    await received();
    await emulator.control("POST", "/reset");
    refuse(500);

    await emulator.control("POST", "/webhooks/send", { body: {}, url: receiver.url });
    expect((await deliveries()).map(({ source }) => source)).toEqual(["send"]);
    expect((await emulator.control("GET", "/state")).body.pending.webhooks).toBe(0);
  });

  test("can be signed without being sent", async () => {
    const body = { body: { a: 1 } };
    const signed = await emulator.control<Record<string, string>>("POST", "/webhooks/sign", body);
    const { raw = "", token = "" } = signed.body;
    const { payload } = await verifyToken(emulator, token);
    expect(raw).toBe(JSON.stringify({ a: 1 }, null, 2));
    expect(payload.request_body_sha256).toBe(sha256(raw));
    expect(await deliveries()).toEqual([]);
  });

  test("needs a destination", async () => {
    await emulator.control("PUT", "/webhooks", { url: null });
    await fire();
    expect((await emulator.control("GET", "/state")).body.pending.webhooks).toBe(0);
    expect(await deliveries()).toEqual([]);
  });
});

describe("W5: retries", () => {
  test("come after 30 s and four times as long each, newly signed, seven attempts in all", async () => {
    answer = () => 500;
    await fire();
    for (let attempt = 1; attempt <= 7; attempt++) {
      await received(attempt);
      await until(async () => (await deliveries()).every(({ finished_at }) => finished_at));
      await until(
        async () =>
          (await emulator.control("GET", "/state")).body.pending.webhooks === (attempt < 7 ? 1 : 0),
      );
      await advance(30_000 * 4 ** (attempt - 1) - 5);
      // Not due yet: a call that is answered afterwards proves that nothing was sent before it.
      expect(await deliveries()).toHaveLength(attempt);
      await advance(5);
    }
    expect(receiver.received).toHaveLength(7);
    expect(new Set(receiver.received.map(({ raw }) => raw)).size).toBe(1);
    expect(new Set(receiver.received.map(({ token }) => token)).size).toBe(7);
    expect((await deliveries()).map(({ attempt, status }) => [attempt, status])).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((n) => [n, 500]),
    );
    await verifyToken(emulator, String(receiver.received[6]?.token));
  });

  test.each([202, 204, 301, 401, 503])("come after %i too, and end with a 200", async (status) => {
    answer = () => (receiver.received.length === 1 ? status : 200);
    await fire();
    await until(async () => (await deliveries())[0]?.finished_at);
    await advance(30_000);
    await received(2);
    await until(async () => (await emulator.control("GET", "/state")).body.pending.webhooks === 0);
    expect((await deliveries()).map((delivery) => delivery.status)).toEqual([status, 200]);
  });

  test("announce the next attempt, and the clock scales them", async () => {
    answer = () => (receiver.received.length === 1 ? 500 : 200);
    await emulator.control("PUT", "/clock", { speed: 100 });
    await fire();
    await received(2);
    const [first] = await deliveries();
    expect(msBetween(first?.finished_at, first?.next_attempt_at)).toBeLessThan(1_000);
  });

  test("keep their time when the speed changes", async () => {
    answer = () => (receiver.received.length === 1 ? 500 : 200);
    await advance(1_000_000);
    await fire();
    await until(async () => (await deliveries())[0]?.finished_at);
    await advance(29_000);
    await emulator.control("PUT", "/clock", { speed: 0 });
    await advance(1_000);
    await received(2);
  });

  test("stop when more than 90 % of the webhooks were refused", async () => {
    answer = () => 500;
    await Promise.all(Array.from({ length: 100 }, () => fire()));
    await until(
      async () => (await deliveries()).filter(({ finished_at }) => finished_at).length === 100,
    );
    const pending = (await emulator.control("GET", "/state")).body.pending.webhooks;
    await fire();
    await until(
      async () => (await deliveries()).filter(({ finished_at }) => finished_at).length === 101,
    );
    expect((await emulator.control("GET", "/state")).body.pending.webhooks).toBe(pending);
  });
});

describe("W4: rotation", () => {
  test("signs with a new key and keeps the old one readable", async () => {
    await fire();
    await received();
    const { body } = await emulator.control("POST", "/keys/rotate");
    await fire("APPROVED");
    const [before, after] = await received(2);
    expect(decodeProtectedHeader(String(after?.token)).kid).toBe(body.kid);
    expect(decodeProtectedHeader(String(before?.token)).kid).not.toBe(body.kid);
    await verifyToken(emulator, String(before?.token));
    await verifyToken(emulator, String(after?.token));
    expect((await keys()).production.map((key) => key.expired_at)).toEqual([null, null]);
  });

  test("may expire the old key, per environment", async () => {
    await emulator.control("POST", "/keys/rotate", { expire_old: true });
    await emulator.control("POST", "/keys/rotate", { environment: "sandbox" });
    const { production, sandbox } = await keys();
    expect(production.map((key) => typeof key.expired_at)).toEqual(["number", "object"]);
    expect(sandbox).toHaveLength(2);
  });
});
