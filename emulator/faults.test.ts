import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { RequestEntry } from "./model";
import {
  application,
  CLIENT_ID,
  createCustomer,
  type Running,
  SECRET,
  startProcess,
  until,
} from "./testing";

let emulator: Running;
const path = "/partner/customer/create";

beforeAll(async () => {
  emulator = await startProcess();
});
afterAll(() => emulator.stop());
beforeEach(() => emulator.control("POST", "/reset"));

const faults = (...list: object[]) => emulator.control("PUT", "/faults", list);
const create = () => emulator.call(path, application());
const customers = async () => (await emulator.control("GET", "/state")).body.customers.length;
type Logged = Pick<RequestEntry, "path" | "fault"> & { body: Record<string, unknown> };
const requests = async () => (await emulator.control<Logged[]>("GET", "/requests")).body;
const lastRequest = async () => (await requests()).at(-1);

describe("an error answer", () => {
  test.each([
    ["429", 429, "RATE_LIMIT"],
    ["500", 500, "INTERNAL_SERVER_ERROR"],
    ["503", 503, "PLANNED_MAINTENANCE"],
  ])("%s applies nothing and ends after its times", async (kind, status, code) => {
    await faults({ endpoint: path, kind, times: 2 });
    const answers = [await create(), await create(), await create()];
    expect(answers.map((answer) => answer.status)).toEqual([status, status, 200]);
    expect(answers[0]?.body.error_code).toBe(code);
    expect(await customers()).toBe(1);
  });

  test("500 may hide a call that took effect", async () => {
    await faults({ endpoint: path, kind: "500", applied: true });
    expect((await create()).status).toBe(500);
    expect(await customers()).toBe(1);
    expect(await lastRequest()).toMatchObject({
      status: 500,
      fault: "500",
      error_code: "INTERNAL_SERVER_ERROR",
    });
  });

  test("without times a fault stays until it is replaced", async () => {
    await faults({ endpoint: path, kind: "503" });
    for (let i = 0; i < 3; i++) expect((await create()).status).toBe(503);
    await faults();
    expect((await create()).status).toBe(200);
  });

  test("a fault is for its own endpoint only", async () => {
    await faults({ endpoint: "/partner/customer/enable", kind: "500" });
    expect((await create()).status).toBe(200);
  });
});

describe("partner-error", () => {
  const documented: [code: string, status: number, message: string][] = [
    ["CUSTOMER_NOT_FOUND", 404, "the customer was not found"],
    ["FLOWDOWN_NOT_COMPLETE", 412, "you must complete a flowdown"],
    ["QUESTIONNAIRE_NOT_COMPLETE", 412, "you must complete the security questionnaire"],
    ["CUSTOMER_NOT_READY_FOR_ENABLEMENT", 412, "this customer is not ready for enablement"],
    ["CUSTOMER_ALREADY_ENABLED", 400, "this customer has already been enabled"],
    ["CUSTOMER_ALREADY_CREATED", 400, "this customer has already been created"],
    ["LOGO_REQUIRED", 400, "a logo is required"],
    ["INVALID_LOGO", 400, "the logo must be a base64-encoded string of a PNG"],
    ["CONTACT_REQUIRED", 400, "billing or technical contacts must be submitted"],
    ["ASSETS_UNDER_MANAGEMENT_REQUIRED", 400, "assets under management must be submitted"],
    ["CUSTOMER_REMOVAL_NOT_ALLOWED", 400, "removal of a production-enabled end customer"],
    ["OAUTH_REGISTRATION_ERROR", 400, "application logo is required"],
  ];

  test.each(documented)(
    "%s is answered as documented and applies nothing",
    async (code, ...rest) => {
      const [status, message] = rest;
      await faults({ endpoint: path, kind: "partner-error", code, times: 1 });
      const refused = await create();
      expect(refused).toMatchObject({
        status,
        body: { error_type: "PARTNER_ERROR", error_code: code, display_message: null },
      });
      expect(refused.body.error_message).toContain(message);
      expect(await lastRequest()).toMatchObject({ fault: "partner-error", error_code: code });
      expect(await customers()).toBe(0);
      expect((await create()).status).toBe(200);
    },
  );

  test.each([
    ["no code", { kind: "partner-error" }],
    ["a code that is no partner error", { kind: "partner-error", code: "RATE_LIMIT" }],
    ["a code of another kind", { kind: "500", code: "LOGO_REQUIRED" }],
  ])("is refused with %s", async (_what, fault) => {
    expect((await faults({ endpoint: path, ...fault })).status).toBe(400);
  });
});

test("a fault may be added beside those of others", async () => {
  await faults({ endpoint: path, kind: "500", times: 1 });
  const more = { endpoint: path, kind: "429", times: 1 };
  expect((await emulator.control("POST", "/faults", more)).body).toHaveLength(2);
  const answers = [await create(), await create(), await create()];
  expect(answers.map(({ status }) => status)).toEqual([500, 429, 200]);
});

test("a fault may be for calls that hold a text only", async () => {
  await faults({ endpoint: path, kind: "500", containing: "Unlucky" });
  const unlucky = { ...application(), company_name: "Unlucky" };
  expect((await create()).status).toBe(200);
  expect((await emulator.call(path, unlucky)).status).toBe(500);
});

describe("a broken answer", () => {
  test("drop-before cuts the connection and applies nothing", async () => {
    await faults({ endpoint: path, kind: "drop-before", times: 1 });
    await expect(create()).rejects.toThrow();
    expect(await customers()).toBe(0);
    expect(await lastRequest()).toMatchObject({ path, status: null, fault: "drop-before" });
  });

  test("drop-after-commit applies the call and cuts the connection", async () => {
    await faults({ endpoint: path, kind: "drop-after-commit", times: 1 });
    const same = application();
    await expect(emulator.call(path, same)).rejects.toThrow();
    expect(await customers()).toBe(1);
    expect((await emulator.call(path, same)).body.error_code).toBe("CUSTOMER_ALREADY_CREATED");
  });

  test("malformed applies the call and answers half of the JSON", async () => {
    await faults({ endpoint: path, kind: "malformed" });
    const { status, body } = await create();
    expect(status).toBe(200);
    expect(body).toMatch(/^\{"end_customer":\{"client_id":"/);
    expect(await customers()).toBe(1);
  });

  test("html-502 applies the call behind a gateway page", async () => {
    await faults({ endpoint: path, kind: "html-502" });
    const { status, body } = await create();
    expect(status).toBe(502);
    expect(body).toContain("502 Bad Gateway");
    expect(await customers()).toBe(1);
  });

  test("hang applies the call and never answers until a reset", async () => {
    await faults({ endpoint: path, kind: "hang" });
    const hanging = create().then(
      () => "answered",
      () => "cut",
    );
    await until(async () => (await customers()) === 1);
    expect(await lastRequest()).toMatchObject({ status: null, fault: "hang" });
    await emulator.control("POST", "/reset");
    expect(await hanging).toBe("cut");
  });

  test("hang may apply nothing", async () => {
    await faults({ endpoint: path, kind: "hang", applied: false });
    const hanging = create().catch(() => "cut");
    await until(async () => (await lastRequest())?.fault === "hang");
    expect(await customers()).toBe(0);
    await emulator.control("POST", "/reset");
    expect(await hanging).toBe("cut");
  });
});

describe("latency", () => {
  test("delays the answer, and adds to another fault", async () => {
    await faults({ endpoint: "*", kind: "latency", ms: 150 }, { endpoint: path, kind: "500" });
    const started = Date.now();
    expect((await create()).status).toBe(500);
    expect(Date.now() - started).toBeGreaterThanOrEqual(145);
  });

  test("a caller that gave up has still been served", async () => {
    await faults({ endpoint: path, kind: "latency", ms: 200, times: 1, applied: false });
    const given = JSON.stringify({ ...application(), client_id: CLIENT_ID, secret: SECRET });
    const call = fetch(`${emulator.url}${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: given,
      signal: AbortSignal.timeout(50),
    });
    await expect(call).rejects.toThrow("timeout");
    await until(async () => (await customers()) === 1);
  });
});

describe("a slow call", () => {
  test("takes effect before its answer, unless asked otherwise", async () => {
    await faults({ endpoint: path, kind: "latency", ms: 400, times: 1 });
    const slow = create();
    await until(async () => (await customers()) === 1);
    expect(await lastRequest()).toMatchObject({ status: null });
    expect((await slow).status).toBe(200);

    await faults({ endpoint: path, kind: "latency", ms: 200, times: 1, applied: false });
    const late = create();
    await until(async () => (await requests()).length === 2);
    expect(await customers()).toBe(1);
    expect((await late).status).toBe(200);
  });

  test.each([true, false])(
    "leaves no trace when a reset comes first (applied %s)",
    async (applied) => {
      await faults({ endpoint: path, kind: "latency", ms: 150, applied });
      const slow = create().catch(() => "cut");
      await until(async () => (await requests()).length === 1);
      await emulator.control("POST", "/reset");
      expect(await slow).toBe("cut");
      expect(await customers()).toBe(0);
      expect(await requests()).toEqual([]);
    },
  );
});

describe("the request log", () => {
  test("names every call without credentials, with the logo as a summary", async () => {
    const logo = Buffer.from("not a logo").toString("base64");
    await emulator.call(path, application({ client_id: "abc", secret: "top-secret", logo }));
    const entry = await lastRequest();

    expect(entry).toMatchObject({
      method: "POST",
      path,
      environment: "production",
      status: 400,
      error_code: "INVALID_LOGO",
    });
    expect(entry?.body.logo).toMatchObject({
      bytes: 10,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(entry?.body.company_name).toMatch(/^Harbor Pay/);
    const text = JSON.stringify(entry);
    for (const secret of ["top-secret", "demo0partner0secret", "5f0demo", logo]) {
      expect(text).not.toContain(secret);
    }
  });

  test("is oldest first and can be shortened", async () => {
    await createCustomer(emulator);
    await emulator.call("/partner/customer/get", { end_customer_client_id: "x" });
    const all = await requests();
    expect(all.map((entry) => entry.path)).toEqual([path, "/partner/customer/get"]);
    expect((await emulator.control("GET", "/requests?limit=1")).body).toEqual([all[1]]);
  });
});
