import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CLIENT_ID, createCustomer, type Running, startProcess } from "./testing";

let emulator: Running;

beforeAll(async () => {
  emulator = await startProcess(undefined, {
    EMULATOR_WEBHOOK_URL: "http://127.0.0.1:9/hook",
    PLAID_SECRET: "own-secret",
  });
});
afterAll(() => emulator.stop());

function statusWith(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest(`${emulator.url}/_emulator/state`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

describe("the control plane", () => {
  test("takes its first settings from the environment", async () => {
    const { body } = await emulator.control("GET", "/state");
    expect(body).toMatchObject({
      webhooks: { url: "http://127.0.0.1:9/hook" },
      clock: { speed: 0 },
    });
    const own = { "PLAID-CLIENT-ID": CLIENT_ID, "PLAID-SECRET": "own-secret" };
    const wanted = { end_customer_client_id: "x" };
    const call = await emulator.call("/partner/customer/get", wanted, own);
    expect(call.body.error_code).toBe("CUSTOMER_NOT_FOUND");
  });

  test("shows the state without a secret", async () => {
    const created = await emulator.control("POST", "/customers", { company_name: "Shown" });
    const { body } = await emulator.control("GET", "/state");
    expect(Object.keys(body)).toEqual(
      expect.arrayContaining([
        "partner",
        "nextCreate",
        "webhooks",
        "clock",
        "customers",
        "institutions",
        "keys",
      ]),
    );
    expect(Object.keys(body.customers[0] ?? {})).toEqual([
      "client_id",
      "company_name",
      "application_name",
      "status",
      "flowdown_status",
      "questionnaire_status",
      "created_at",
      "institutions",
    ]);
    expect(body.institutions).toHaveLength(10);
    expect(body.keys.production[0]).not.toHaveProperty("d");
    expect(JSON.stringify(body)).not.toContain(created.body.secrets.production);
  });

  test.each([
    ["PUT", "/partner", { product: [] }],
    ["PUT", "/partner", { products: ["teleport"] }],
    ["PUT", "/next-create", {}],
    ["PUT", "/next-create", { status: "" }],
    ["PUT", "/webhooks", { url: "ftp://a.test" }],
    ["PUT", "/clock", { speed: -1 }],
    ["PUT", "/faults", [{ endpoint: "/x", kind: "explode" }]],
    ["PUT", "/faults", [{ endpoint: "webhook", kind: "500" }]],
    ["PUT", "/faults", [{ endpoint: "/x", kind: "500", times: 0 }]],
    ["PUT", "/options", { rate_limit_per_minute: -1 }],
    ["POST", "/webhooks/send", {}],
    ["POST", "/keys/rotate", { environment: "moon" }],
    ["PUT", "/partner", "{broken"],
  ])("%s %s refuses %j with a reason", async (method, path, body) => {
    const answer = await emulator.control(method, path, body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatch(/\w{3}/);
  });

  test.each([
    ["GET", "/nothing"],
    ["DELETE", "/state"],
    ["POST", "/customers/nobody/status"],
    ["GET", "/customers/nobody"],
    ["POST", "/customers/nobody/agreements"],
  ])("%s %s is not found", async (method, path) => {
    const answer = await emulator.control(
      method,
      path,
      method === "POST" ? { status: "ACTIVE" } : undefined,
    );
    expect([400, 404]).toContain(answer.status);
    expect(answer.body.error).toMatch(/\w{3}/);
  });

  test("is for programs and pages of this machine only", async () => {
    expect(await statusWith({})).toBe(200);
    expect(await statusWith({ Host: "localhost:4010" })).toBe(200);
    expect(await statusWith({ Host: "rebound.evil.test" })).toBe(403);
    expect(await statusWith({ Origin: "https://evil.test" })).toBe(403);
    expect(await statusWith({ Origin: emulator.url })).toBe(200);
  });

  test("resets to empty", async () => {
    const fresh = await startProcess();
    const { status, body: before } = await fresh.control("GET", "/state");
    expect(status).toBe(200);
    await createCustomer(fresh);
    await fresh.control("PUT", "/partner", { flowdown_complete: false });
    await fresh.control("PUT", "/webhooks", { url: "http://127.0.0.1:9/" });
    await fresh.control("PUT", "/clock", { speed: 7 });
    await fresh.control("PUT", "/faults", [{ endpoint: "*", kind: "500" }]);
    await fresh.control("POST", "/reset");

    const { body: after } = await fresh.control("GET", "/state");
    expect({ ...after, keys: null }).toEqual({ ...before, keys: null });
    expect((await fresh.control("GET", "/requests")).body).toEqual([]);
    expect((await fresh.control("GET", "/deliveries")).body).toEqual([]);
    await fresh.stop();
  });

  test("has a page that loads nothing from elsewhere", async () => {
    const { status, body } = await emulator.control("GET", "");
    expect(status).toBe(200);
    expect(body).toContain("<title>");
    expect(body).not.toMatch(/(?:src|href)="(?!#)/);
    expect(body).not.toMatch(/https?:\/\/(?!127\.0\.0\.1|localhost)/);
  });
});
