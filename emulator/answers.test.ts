import type { PartnerCustomerCreateRequest } from "plaid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
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

const requestId = z.string().regex(/^[0-9A-Za-z]{15}$/);
const clientId = z.string().regex(/^[0-9a-z]{24}$/);
const nullOrDate = z.iso.date().nullable();
const errorSchema = z.strictObject({
  display_message: z.null(),
  documentation_url: z.url(),
  error_code: z.string(),
  error_message: z.string(),
  error_type: z.string(),
  request_id: requestId,
  suggested_action: z.null(),
});
const nestedErrorSchema = z.strictObject({
  error_type: z.string(),
  error_code: z.string(),
  error_message: z.string(),
  display_message: z.null(),
  request_id: requestId,
});
const createSchema = z.strictObject({
  end_customer: z.strictObject({
    client_id: clientId,
    company_name: z.string(),
    status: z.string(),
    secrets: z.strictObject({
      sandbox: z.string().regex(/^[0-9a-f]{30}$/),
      production: z.string().regex(/^[0-9a-z]{31}$/),
    }),
  }),
  request_id: requestId,
});
const getSchema = z.strictObject({
  end_customer: z.strictObject({
    client_id: clientId,
    company_name: z.string(),
    status: z.string(),
  }),
  request_id: requestId,
});
const enableSchema = z.strictObject({ production_secret: z.string(), request_id: requestId });
const removeSchema = z.strictObject({ request_id: requestId });
const institutionsSchema = z.strictObject({
  flowdown_status: z.enum(["NOT_STARTED", "IN_REVIEW", "NEGOTIATION", "COMPLETE"]),
  questionnaire_status: z.enum(["NOT_STARTED", "RECEIVED", "COMPLETE"]),
  institutions: z.array(
    z.strictObject({
      name: z.string(),
      institution_id: z.string().regex(/^ins_\d+$/),
      environments: z.strictObject({ production: z.string() }),
      production_enablement_date: nullOrDate,
      classic_disablement_date: nullOrDate,
      errors: z.array(nestedErrorSchema).min(1).optional(),
    }),
  ),
  request_id: requestId,
});
const keySchema = z.strictObject({
  key: z.strictObject({
    alg: z.literal("ES256"),
    created_at: z.int(),
    crv: z.literal("P-256"),
    expired_at: z.int().nullable(),
    kid: z.uuidv4(),
    kty: z.literal("EC"),
    use: z.literal("sig"),
    x: z.string(),
    y: z.string(),
  }),
  request_id: requestId,
});

/** Parsing writes the keys in schema order, so equal text means the documented order too. */
function expectShape(schema: z.ZodType, value: unknown): void {
  expect(JSON.stringify(schema.parse(value))).toBe(JSON.stringify(value));
}

const request = () => application() as unknown as PartnerCustomerCreateRequest;

describe("through the official SDK, every answer has exactly the documented fields", () => {
  test("create, get, enable and the banks", async () => {
    const plaid = emulator.sdk();
    const created = await plaid.partnerCustomerCreate(request());
    expectShape(createSchema, created.data);

    const end_customer_client_id = String(created.data.end_customer?.client_id);
    const got = await plaid.partnerCustomerGet({ end_customer_client_id });
    expectShape(getSchema, got.data);
    expect(got.data.end_customer?.status).toBe("PENDING_ENABLEMENT");

    const enabled = await plaid.partnerCustomerEnable({ end_customer_client_id });
    expectShape(enableSchema, enabled.data);
    expect(enabled.data.production_secret).toBe(created.data.end_customer?.secrets?.production);

    const banks = await plaid.partnerCustomerOauthInstitutionsGet({ end_customer_client_id });
    expectShape(institutionsSchema, banks.data);
    expect(banks.data.institutions).toHaveLength(10);
  });

  test("a bank with errors", async () => {
    const { client_id } = await createCustomer(emulator);
    await emulator.control("POST", `/customers/${client_id}/institutions/ins_56`, {
      status: "ATTENTION_REQUIRED",
      errors: ["Application name is taken"],
      classic_disablement_date: "2022-06-30",
    });
    const { data } = await emulator
      .sdk()
      .partnerCustomerOauthInstitutionsGet({ end_customer_client_id: client_id });
    expectShape(institutionsSchema, data);
    expect(data.institutions?.[0]).toMatchObject({
      classic_disablement_date: "2022-06-30",
      errors: [
        { error_code: "OAUTH_REGISTRATION_ERROR", error_message: "Application name is taken" },
      ],
    });
  });

  test("remove", async () => {
    const { client_id } = await createCustomer(emulator);
    const removed = await emulator
      .sdk()
      .partnerCustomerRemove({ end_customer_client_id: client_id });
    expectShape(removeSchema, removed.data);
  });

  test("the verification key", async () => {
    const { body } = await emulator.control("GET", "/state");
    const { data } = await emulator
      .sdk()
      .webhookVerificationKeyGet({ key_id: body.keys.production[0].kid });
    expectShape(keySchema, data);
    expect(data.key).toEqual(body.keys.production[0]);
  });

  test("errors", async () => {
    const failure = await emulator
      .sdk()
      .partnerCustomerGet({ end_customer_client_id: "nobody" })
      .catch((error) => error.response);
    expect(failure.status).toBe(404);
    expectShape(errorSchema, failure.data);
    expect(failure.data).toMatchObject({
      error_type: "PARTNER_ERROR",
      error_code: "CUSTOMER_NOT_FOUND",
    });
  });
});

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
      expectShape(errorSchema, body);
    }
    expect((await fetch(`${emulator.url}${get}`)).status).toBe(404);
  });

  test.each([
    ["broken JSON", '{"a":', "application/json"],
    ["no body", "", "application/json"],
    ["a list", "[]", "application/json"],
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

describe("C8: Sandbox", () => {
  test("create answers the published sample and creates nothing", async () => {
    const plaid = emulator.sdk(`${emulator.url}/sandbox`);
    const before = (await emulator.control("GET", "/state")).body.customers.length;
    const { data } = await plaid.partnerCustomerCreate(request());

    expectShape(createSchema, data);
    expect(data.end_customer).toMatchObject({
      client_id: "7f57eb3d2a9j6480121fx361",
      status: "ACTIVE",
    });
    expect((await emulator.control("GET", "/state")).body.customers).toHaveLength(before);
    await expect(
      plaid.partnerCustomerGet({ end_customer_client_id: "7f57eb3d2a9j6480121fx361" }),
    ).rejects.toMatchObject({
      response: { status: 404, data: { error_code: "CUSTOMER_NOT_FOUND" } },
    });
  });

  test.each(["get", "enable", "remove", "oauth_institutions/get"])(
    "%s finds nobody",
    async (name) => {
      const { client_id } = await createCustomer(emulator);
      const { status, body } = await emulator.call(`/sandbox/partner/customer/${name}`, {
        end_customer_client_id: client_id,
      });
      expect({ status, code: body.error_code }).toEqual({
        status: 404,
        code: "CUSTOMER_NOT_FOUND",
      });
    },
  );

  test("each environment knows its own keys only", async () => {
    const { keys } = (await emulator.control("GET", "/state")).body;
    const ask = (base: string, key_id: string) =>
      emulator.call(`${base}/webhook_verification_key/get`, { key_id });
    expect((await ask("/sandbox", keys.sandbox[0].kid)).status).toBe(200);
    expect((await ask("", keys.production[0].kid)).status).toBe(200);
    for (const wrong of [
      await ask("", keys.sandbox[0].kid),
      await ask("/sandbox", keys.production[0].kid),
      await ask("", "x"),
    ]) {
      expect(wrong.body.error_code).toBe("INVALID_WEBHOOK_VERIFICATION_KEY_ID");
    }
  });
});
