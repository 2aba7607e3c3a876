import { Configuration, type PartnerCustomerCreateRequest, PlaidApi } from "plaid";
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

function sdk(basePath = emulator.url): PlaidApi {
  const headers = { "PLAID-CLIENT-ID": CLIENT_ID, "PLAID-SECRET": SECRET };
  const baseOptions = { proxy: false, timeout: 5_000, headers };
  return new PlaidApi(new Configuration({ basePath, baseOptions }));
}

const request = () => application() as unknown as PartnerCustomerCreateRequest;

describe("through the official SDK, every answer has exactly the documented fields", () => {
  test("create, get, enable and the banks", async () => {
    const plaid = sdk();
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
    const { data } = await sdk().partnerCustomerOauthInstitutionsGet({
      end_customer_client_id: client_id,
    });
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
    const removed = await sdk().partnerCustomerRemove({ end_customer_client_id: client_id });
    expectShape(removeSchema, removed.data);
  });

  test("the verification key", async () => {
    const { body } = await emulator.control("GET", "/state");
    const { data } = await sdk().webhookVerificationKeyGet({ key_id: body.keys.production[0].kid });
    expectShape(keySchema, data);
    expect(data.key).toEqual(body.keys.production[0]);
  });

  test("errors", async () => {
    const failure = await sdk()
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

describe("C8: Sandbox", () => {
  test("create answers the published sample and creates nothing", async () => {
    const plaid = sdk(`${emulator.url}/sandbox`);
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
