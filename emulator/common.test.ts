import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  application,
  CLIENT_ID,
  createCustomer,
  type Running,
  SECRET,
  startProcess,
} from "./testing";

let emulator: Running;

beforeAll(async () => {
  emulator = await startProcess();
});
afterAll(() => emulator.stop());

describe("C1–C4: the common rules", () => {
  const headers = (id: string, secret: string) => ({
    "PLAID-CLIENT-ID": id,
    "PLAID-SECRET": secret,
  });
  const get = "/partner/customer/get";
  const wanted = { end_customer_client_id: "x" };

  test("another path or method is not found", async () => {
    for (const path of ["/partner/customer/list", "/", "/constructor"]) {
      const { status, body } = await emulator.call(path);
      expect({ status, code: body.error_code, message: body.error_message }).toEqual({
        status: 404,
        code: "NOT_FOUND",
        message: "not found",
      });
    }
    expect((await fetch(`${emulator.url}${get}`)).status).toBe(404);
  });

  test.each<[name: string, body: string | Uint8Array<ArrayBuffer>, type: string]>([
    ["broken JSON", '{"a":', "application/json"],
    ["no body", "", "application/json"],
    ["a list", "[]", "application/json"],
    ["more than 12 MB", `"${"x".repeat(12_000_000)}"`, "application/json"],
    ["invalid UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), "application/json"],
    ["another content type", "{}", "text/plain"],
  ])("%s is an invalid body", async (_name, body, type) => {
    const response = await fetch(`${emulator.url}${get}`, {
      method: "POST",
      body,
      headers: { "Content-Type": type, ...headers(CLIENT_ID, SECRET) },
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error_code: "INVALID_BODY",
      error_message: "body could not be parsed as JSON",
    });
  });

  test("credentials may be in the body, and headers win", async () => {
    const inBody = { ...wanted, client_id: CLIENT_ID, secret: SECRET };
    expect((await emulator.call(get, inBody, {})).body.error_code).toBe("CUSTOMER_NOT_FOUND");
    expect((await emulator.call(get, inBody, headers(CLIENT_ID, "wrong"))).body.error_code).toBe(
      "INVALID_API_KEYS",
    );
    const wrongBody = { ...inBody, secret: "wrong" };
    expect((await emulator.call(get, wrongBody, headers(CLIENT_ID, SECRET))).body.error_code).toBe(
      "CUSTOMER_NOT_FOUND",
    );
  });

  test("missing credentials are named", async () => {
    const none = await emulator.call(get, wanted, {});
    expect(none.body.error_message).toBe(
      "the following required fields are missing: client_id, secret",
    );
    const half = await emulator.call(get, wanted, { "PLAID-CLIENT-ID": CLIENT_ID });
    expect(half.body.error_message).toBe("the following required fields are missing: secret");
  });

  test("an end customer's own keys open no partner route, but the verification key", async () => {
    const { client_id, secrets } = await createCustomer(emulator);
    const own = headers(client_id, secrets.production);
    expect((await emulator.call(get, wanted, own)).body.error_code).toBe(
      "UNAUTHORIZED_ROUTE_ACCESS",
    );
    const { body } = await emulator.control("GET", "/state");
    const key = await emulator.call(
      "/webhook_verification_key/get",
      { key_id: body.keys.production[0].kid },
      own,
    );
    expect(key.status).toBe(200);

    await emulator.call("/partner/customer/remove", { end_customer_client_id: client_id });
    expect((await emulator.call(get, wanted, own)).body.error_code).toBe("INVALID_API_KEYS");
  });

  test("a team that is no reseller may not use the routes", async () => {
    await emulator.control("PUT", "/partner", { is_reseller: false });
    const { body } = await emulator.call(get, wanted);
    await emulator.control("PUT", "/partner", { is_reseller: true });
    expect(body.error_code).toBe("UNAUTHORIZED_ROUTE_ACCESS");
  });

  test("C7 unknown fields can be switched on everywhere", async () => {
    await emulator.control("PUT", "/options", { extra_response_fields: true });
    const created = await emulator.call("/partner/customer/create", application());
    await emulator.control("PUT", "/options", { extra_response_fields: false });
    expect(created.body).toHaveProperty("x_added_later");
    expect(created.body.end_customer.secrets).toHaveProperty("x_added_later");
  });

  test("C9 a rate limit can be switched on", async () => {
    await emulator.control("PUT", "/options", { rate_limit_per_minute: 2 });
    const path = "/partner/customer/oauth_institutions/get";
    const answers = [];
    for (let i = 0; i < 3; i++) answers.push(await emulator.call(path, wanted));
    await emulator.control("PUT", "/options", { rate_limit_per_minute: null });
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 429]);
    expect(answers[2]?.body).toMatchObject({
      error_type: "RATE_LIMIT_EXCEEDED",
      error_code: "RATE_LIMIT",
    });
  });
});
