import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { catalogue } from "./catalogue";
import {
  type Bank,
  createCustomer,
  png,
  type Running,
  startProcess,
  startReceiver,
  until,
} from "./testing";

let emulator: Running;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

beforeAll(async () => {
  emulator = await startProcess();
  receiver = await startReceiver();
});
afterAll(async () => {
  await emulator.stop();
  receiver.close();
});
beforeEach(async () => {
  await emulator.control("POST", "/reset");
  await emulator.control("PUT", "/webhooks", { url: receiver.url });
  receiver.received.length = 0;
});

const WAITING = ["ins_56", "ins_13"] as const;
const withLogo = { logo: png().toString("base64") };

async function enabledCustomer(changes: object = withLogo): Promise<string> {
  const { client_id } = await createCustomer(emulator, { ...changes });
  await emulator.call("/partner/customer/enable", { end_customer_client_id: client_id });
  return client_id;
}

type Banks = Record<"ins_5" | "ins_56" | "ins_13" | "ins_127989" | "ins_999", Bank>;

async function banks(client_id: string): Promise<Banks> {
  const { body } = await emulator.call("/partner/customer/oauth_institutions/get", {
    end_customer_client_id: client_id,
  });
  // Every bank that is asked for is there; a missing one fails its assertion.
  return Object.fromEntries(body.institutions.map((bank) => [bank.institution_id, bank])) as Banks;
}

const pending = async () => (await emulator.control("GET", "/state")).body.pending;
const quiet = () => until(async () => (await pending()).webhooks === 0);

/** Lets the emulated time pass until no registration is due any more. */
async function finish(): Promise<void> {
  await until(async () => {
    await emulator.control("POST", "/clock/advance", { ms: 60_000 });
    return (await pending()).registrations === 0;
  });
  await quiet();
}

function webhooksOf(institution_id: string): string[] {
  return receiver.received
    .filter(({ body }) => body.institution_id === institution_id)
    .map(({ body }) => body.status);
}

describe("O1 and O2: the registration", () => {
  test("has not started anywhere before the customer is enabled", async () => {
    const { client_id } = await createCustomer(emulator);
    for (const bank of Object.values(await banks(client_id))) {
      expect(bank).toMatchObject({
        environments: { production: "NOT_STARTED" },
        production_enablement_date: null,
        classic_disablement_date: null,
      });
    }
    expect(await pending()).toEqual({ registrations: 0, webhooks: 0 });
  });

  test("stands still at speed 0", async () => {
    await enabledCustomer();
    expect(await pending()).toEqual({ registrations: 8, webhooks: 0 });
  });

  test("goes from processing over approved to enabled with one webhook each", async () => {
    const client_id = await enabledCustomer();
    await finish();

    for (const [id, bank] of Object.entries(await banks(client_id))) {
      const waits = id === "ins_56" || id === "ins_13";
      expect(bank.environments.production).toBe(waits ? "NOT_STARTED" : "ENABLED");
      expect(webhooksOf(id).sort()).toEqual(waits ? [] : ["approved", "enabled", "processing"]);
    }
    expect(receiver.received).toHaveLength(8 * 3);
  });

  test("runs by itself when the clock runs, slow banks last", async () => {
    await emulator.control("PUT", "/clock", { speed: 50 });
    await enabledCustomer();
    await until(async () => (await pending()).registrations === 0);
    await quiet();
    const order = receiver.received
      .filter(({ body }) => body.status === "enabled")
      .map(({ body }) => body.institution_id);
    expect(order).toHaveLength(8);
    expect(order.at(-1)).toBe("ins_11");
  });

  test("Chase and PNC wait for the security questionnaire", async () => {
    const client_id = await enabledCustomer();
    await finish();
    await emulator.control("POST", `/customers/${client_id}/agreements`, {
      questionnaire_status: "COMPLETE",
    });
    await finish();

    const all = await banks(client_id);
    for (const id of WAITING) expect(all[id].environments.production).toBe("ENABLED");
    for (const id of WAITING) expect(webhooksOf(id)).toHaveLength(3);
  });

  test("without any logo one bank needs attention, with the published error", async () => {
    const client_id = await enabledCustomer({});
    await finish();
    const { ins_127989, ins_5 } = await banks(client_id);

    expect(ins_5.environments.production).toBe("ENABLED");
    expect(ins_127989).toMatchObject({
      environments: { production: "ATTENTION_REQUIRED" },
      errors: [
        {
          error_type: "PARTNER_ERROR",
          error_code: "OAUTH_REGISTRATION_ERROR",
          error_message: "Application logo is required",
          display_message: null,
        },
      ],
    });
    expect(webhooksOf("ins_127989")).toEqual(["processing", "attention-required"]);
  });

  test("the partner's own logo is enough", async () => {
    await emulator.control("PUT", "/partner", { has_logo: true });
    const client_id = await enabledCustomer({});
    await finish();
    expect((await banks(client_id)).ins_127989.environments.production).toBe("ENABLED");
  });

  test("O6 a resolved bank is processing without errors and may go on", async () => {
    const client_id = await enabledCustomer({});
    await finish();
    await emulator.control("POST", `/customers/${client_id}/institutions/ins_127989`, {
      status: "PROCESSING",
      automatic: true,
    });
    const { ins_127989 } = await banks(client_id);
    expect(ins_127989.environments.production).toBe("PROCESSING");
    expect(ins_127989).not.toHaveProperty("errors");

    await finish();
    expect((await banks(client_id)).ins_127989.environments.production).toBe("ENABLED");
  });

  test("O3 the enablement date appears with the approval", async () => {
    const client_id = await enabledCustomer();
    const set = (status: string) =>
      emulator.control("POST", `/customers/${client_id}/institutions/ins_5`, { status });
    const date = async () => (await banks(client_id)).ins_5.production_enablement_date;
    await set("PROCESSING");
    expect(await date()).toBeNull();
    await set("APPROVED");
    expect(await date()).toMatch(/^\d{4}-\d\d-\d\d$/);
    await set("ATTENTION_REQUIRED");
    expect(await date()).not.toBeNull();
    await set("PROCESSING");
    expect(await date()).toBeNull();
  });

  test("a customer made ACTIVE by hand registers too, and stops when it is not", async () => {
    const { client_id } = await createCustomer(emulator, withLogo);
    await emulator.control("POST", `/customers/${client_id}/status`, { status: "ACTIVE" });
    expect((await pending()).registrations).toBe(8);
    await emulator.control("POST", `/customers/${client_id}/status`, { status: "DENIED" });
    expect((await pending()).registrations).toBe(0);
  });
});

describe("a bank set through the control plane", () => {
  const bank = (id: string, institution: string, body: object) =>
    emulator.control("POST", `/customers/${id}/institutions/${institution}`, body);

  test("leaves the automatic progress", async () => {
    const client_id = await enabledCustomer();
    await bank(client_id, "ins_5", { status: "NOT_STARTED", webhook: false });
    await finish();
    expect((await banks(client_id)).ins_5.environments.production).toBe("NOT_STARTED");
    expect(webhooksOf("ins_5")).toEqual([]);
  });

  test("fires on every call, unless asked not to", async () => {
    const client_id = await enabledCustomer();
    await bank(client_id, "ins_5", { status: "PROCESSING" });
    await bank(client_id, "ins_5", { status: "PROCESSING" });
    await bank(client_id, "ins_5", { status: "ENABLED", webhook: false });
    await quiet();
    expect(webhooksOf("ins_5")).toEqual(["processing", "processing"]);
  });

  test("may be unknown, in a status nobody knows", async () => {
    const client_id = await enabledCustomer();
    await bank(client_id, "ins_999", { status: "LOST_IN_TRANSIT", name: "Bank of Nowhere" });
    await until(() => receiver.received.length > 0);
    expect(receiver.received[0]?.body).toEqual({
      webhook_type: "PARTNER",
      webhook_code: "END_CUSTOMER_OAUTH_STATUS_UPDATED",
      end_customer_client_id: client_id,
      environment: "production",
      institution_id: "ins_999",
      institution_name: "Bank of Nowhere",
      status: "lost-in-transit",
    });
    const all = await banks(client_id);
    expect(Object.keys(all)).toHaveLength(catalogue.length + 1);
    expect(all.ins_999.environments.production).toBe("LOST_IN_TRANSIT");
  });

  test("takes whole errors, dates and empty dates", async () => {
    const client_id = await enabledCustomer();
    await bank(client_id, "ins_5", {
      status: "ATTENTION_REQUIRED",
      errors: [
        {
          error_type: "NEW_TYPE",
          error_code: "NEW_CODE",
          error_message: "New",
          display_message: "Please call",
        },
      ],
      production_enablement_date: "",
      classic_disablement_date: "2027-01-31",
    });
    expect((await banks(client_id)).ins_5).toMatchObject({
      production_enablement_date: "",
      classic_disablement_date: "2027-01-31",
      errors: [
        {
          error_type: "NEW_TYPE",
          error_code: "NEW_CODE",
          error_message: "New",
          display_message: "Please call",
        },
      ],
    });
  });

  test("O4 reviews and agreements fire nothing", async () => {
    const { client_id } = await createCustomer(emulator);
    await emulator.control("POST", `/customers/${client_id}/status`, { status: "UNDER_REVIEW" });
    await emulator.control("POST", `/customers/${client_id}/status`, {
      status: "PENDING_ENABLEMENT",
    });
    await emulator.control("POST", `/customers/${client_id}/agreements`, {
      flowdown_status: "COMPLETE",
    });
    expect((await pending()).webhooks).toBe(0);
    expect((await emulator.control("GET", "/deliveries")).body).toEqual([]);
  });
});
