import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCustomer, type Running, startProcess } from "./testing";

let emulator: Running;

beforeAll(async () => {
  emulator = await startProcess();
});
afterAll(() => emulator.stop());

const ask = (name: string, end_customer_client_id: string) =>
  emulator.call(`/partner/customer/${name}`, { end_customer_client_id });
const setStatus = (id: string, status: string) =>
  emulator.control("POST", `/customers/${id}/status`, { status });

describe("enable and remove follow the documented states", () => {
  test.each([
    ["enable", "PENDING_ENABLEMENT", 200, undefined],
    ["enable", "UNDER_REVIEW", 412, "CUSTOMER_NOT_READY_FOR_ENABLEMENT"],
    ["enable", "DENIED", 412, "CUSTOMER_NOT_READY_FOR_ENABLEMENT"],
    ["enable", "ACTIVE", 400, "CUSTOMER_ALREADY_ENABLED"],
    ["remove", "PENDING_ENABLEMENT", 200, undefined],
    ["remove", "UNDER_REVIEW", 200, undefined],
    ["remove", "DENIED", 200, undefined],
    ["remove", "ACTIVE", 400, "CUSTOMER_REMOVAL_NOT_ALLOWED"],
  ])("%s on %s answers %i %s", async (name, status, http, code) => {
    const { client_id } = await createCustomer(emulator);
    await setStatus(client_id, status);
    const answer = await ask(name, client_id);
    expect({ http: answer.status, code: answer.body.error_code }).toEqual({ http, code });
  });

  test("a removed customer is gone everywhere", async () => {
    const { client_id } = await createCustomer(emulator);
    await ask("remove", client_id);
    for (const name of ["get", "enable", "remove", "oauth_institutions/get"]) {
      const { status, body } = await ask(name, client_id);
      expect({ status, code: body.error_code }).toEqual({
        status: 404,
        code: "CUSTOMER_NOT_FOUND",
      });
    }
  });

  test("S3 the partner's own gates stop enabling", async () => {
    const { client_id } = await createCustomer(emulator);
    await emulator.control("PUT", "/partner", { flowdown_complete: false });
    const flowdown = await ask("enable", client_id);
    await emulator.control("PUT", "/partner", {
      flowdown_complete: true,
      questionnaire_complete: false,
    });
    const questionnaire = await ask("enable", client_id);
    await emulator.control("PUT", "/partner", { questionnaire_complete: true });

    expect([flowdown.status, flowdown.body.error_code]).toEqual([412, "FLOWDOWN_NOT_COMPLETE"]);
    expect([questionnaire.status, questionnaire.body.error_code]).toEqual([
      412,
      "QUESTIONNAIRE_NOT_COMPLETE",
    ]);
  });

  test("S5 of 20 simultaneous enables exactly one succeeds", async () => {
    const { client_id } = await createCustomer(emulator);
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask("enable", client_id)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(
      answers.filter(({ body }) => body.error_code === "CUSTOMER_ALREADY_ENABLED"),
    ).toHaveLength(19);
  });

  test("S1 get never shows a secret", async () => {
    const { client_id, secrets } = await createCustomer(emulator);
    const text = JSON.stringify((await ask("get", client_id)).body);
    expect(text).not.toContain(secrets.production);
    expect(text).not.toContain(secrets.sandbox);
  });
});

describe("the control plane stands for Plaid's people", () => {
  test("a status Plaid has not invented yet reaches the API", async () => {
    const { client_id } = await createCustomer(emulator);
    await setStatus(client_id, "PAUSED_BY_REGULATOR");
    expect((await ask("get", client_id)).body.end_customer.status).toBe("PAUSED_BY_REGULATOR");
  });

  test("agreements show in the bank answer", async () => {
    const { client_id } = await createCustomer(emulator);
    await emulator.control("POST", `/customers/${client_id}/agreements`, {
      flowdown_status: "NEGOTIATION",
      questionnaire_status: "RECEIVED",
    });
    const { body } = await ask("oauth_institutions/get", client_id);
    expect(body).toMatchObject({
      flowdown_status: "NEGOTIATION",
      questionnaire_status: "RECEIVED",
    });
  });

  test("a customer can appear and disappear behind the portal's back", async () => {
    const { body } = await emulator.control("POST", "/customers", {
      company_name: "Dashboard Made",
      status: "UNDER_REVIEW",
    });
    expect((await ask("get", body.client_id)).body.end_customer).toEqual({
      client_id: body.client_id,
      company_name: "Dashboard Made",
      status: "UNDER_REVIEW",
    });
    await emulator.control("DELETE", `/customers/${body.client_id}`);
    expect((await ask("get", body.client_id)).status).toBe(404);
  });
});
