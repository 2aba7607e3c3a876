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
let answer: (received: Received) => number | null = () => 200;
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
type Logged = Delivery & { body: unknown };
const deliveries = async (): Promise<Logged[]> =>
  (await emulator.control<Logged[]>("GET", "/deliveries")).body;
const keys = async () => (await emulator.control("GET", "/state")).body.keys;
const faults = (...kinds: object[]) =>
  emulator.control(
    "PUT",
    "/faults",
    kinds.map((fault) => ({ endpoint: "webhook", ...fault })),
  );
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

async function received(count = 1): Promise<Received[]> {
  await until(() => receiver.received.length >= count);
  return receiver.received;
}

describe("W7: webhook faults", () => {
  test("duplicate sends the same token twice", async () => {
    await faults({ kind: "duplicate", times: 1 });
    await fire();
    const [one, two] = await received(2);
    expect(two?.token).toBe(one?.token);
  });

  test("drop loses the webhook", async () => {
    await faults({ kind: "drop", times: 1 });
    await fire("PROCESSING");
    await until(async () => (await deliveries())[0]?.error === "dropped by a fault");
    await fire("APPROVED");
    await received();
    expect(receiver.received.map(({ body }) => body.status)).toEqual(["approved"]);
  });

  test("reorder lets the next webhook pass", async () => {
    await faults({ kind: "reorder", times: 1, ms: 10_000 });
    await fire("PROCESSING");
    await until(
      async () => (await emulator.control<unknown[]>("GET", "/faults")).body.length === 0,
    );
    await fire("APPROVED");
    const arrived = await received(2);
    expect(arrived.map(({ body }) => body.status)).toEqual(["approved", "processing"]);
  });

  test("delay holds it back", async () => {
    await faults({ kind: "delay", ms: 200, times: 1 });
    const started = Date.now();
    await fire();
    await received();
    expect(Date.now() - started).toBeGreaterThanOrEqual(195);
  });

  test("bad-signature does not verify", async () => {
    await faults({ kind: "bad-signature" });
    await fire();
    await expect(verifyToken(emulator, String((await received())[0]?.token))).rejects.toThrow(
      "signature verification failed",
    );
  });

  test("stale-iat is too old", async () => {
    await faults({ kind: "stale-iat" });
    await fire();
    await expect(verifyToken(emulator, String((await received())[0]?.token))).rejects.toThrow(
      "too far in the past",
    );
  });

  test("wrong-env-kid is signed with a Sandbox key", async () => {
    await faults({ kind: "wrong-env-kid" });
    await fire();
    const { kid } = decodeProtectedHeader(String((await received())[0]?.token));
    expect(kid).toBe((await keys()).sandbox[0].kid);
    const { body } = await emulator.call("/webhook_verification_key/get", { key_id: kid });
    expect(body.error_code).toBe("INVALID_WEBHOOK_VERIFICATION_KEY_ID");
  });

  test("4-space is signed over another spelling of the same event", async () => {
    await faults({ kind: "4-space" });
    await fire();
    const [delivery] = await received();
    expect(delivery?.raw).toBe(JSON.stringify(delivery?.body, null, 4));
    expect((await verifyToken(emulator, String(delivery?.token))).payload.request_body_sha256).toBe(
      sha256(String(delivery?.raw)),
    );
  });
});

describe("sending by hand", () => {
  const send = (input: object) => emulator.control("POST", "/webhooks/send", input);

  test("signs any body, sends it as often as asked and answers what came back", async () => {
    answer = () => 401;
    const { body } = await send({ body: { webhook_type: "NEWS" }, times: 3 });
    expect(body).toEqual(Array(3).fill({ status: 401, body: "seen", error: null }));
    expect(receiver.received.map(({ raw }) => raw)).toEqual(
      Array(3).fill('{\n  "webhook_type": "NEWS"\n}'),
    );
    await verifyToken(emulator, String(receiver.received[0]?.token));
    expect((await deliveries()).map(({ source, status }) => [source, status])).toEqual(
      Array(3).fill(["send", 401]),
    );
  });

  test("sends text as it is, in parallel", async () => {
    const { body } = await send({ body: "not json {", times: 40, parallel: 10 });
    expect(body).toHaveLength(40);
    expect(receiver.received.every(({ raw }) => raw === "not json {")).toBe(true);
    expect((await deliveries())[0]?.body).toBe("not json {");
  });

  test("replaces headers, claims and the token's header", async () => {
    await send({ body: {}, header_overrides: { "plaid-verification": "forged", "X-Extra": "1" } });
    await send({ body: {}, header_overrides: { "Plaid-Verification": null } });
    await send({
      body: {},
      claims: { iat: 1, extra: true },
      jwt_header: { alg: "none", kid: "x" },
    });
    const [forged, none, odd] = receiver.received;
    expect(forged?.token).toBe("forged");
    expect(forged?.headers["x-extra"]).toBe("1");
    expect(none?.headers).not.toHaveProperty("plaid-verification");
    expect(decodeJwt(String(odd?.token))).toMatchObject({ iat: 1, extra: true });
    expect(decodeProtectedHeader(String(odd?.token))).toMatchObject({ alg: "none", kid: "x" });
  });

  test("may replay one token or use another key", async () => {
    await send({ body: {}, times: 2, same_token: true });
    await send({ body: {}, kid: (await keys()).sandbox[0].kid });
    const [one, two, sandbox] = receiver.received;
    expect(one?.token).toBe(two?.token);
    expect(decodeProtectedHeader(String(sandbox?.token)).kid).toBe((await keys()).sandbox[0].kid);
  });

  test("needs a destination", async () => {
    await emulator.control("PUT", "/webhooks", { url: null });
    expect(await send({ body: {} })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining("no webhook destination") },
    });
  });
});
