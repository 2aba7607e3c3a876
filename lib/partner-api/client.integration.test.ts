import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { desc, eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { partnerApiRequests } from "@/db/schema";
import { newId } from "@/lib/id";
import { emulator } from "@/scripts/testing/context";
import type { Fault } from "@/scripts/testing/emulator-client";
import { createEndCustomer, getEndCustomer } from "./client";
import { PartnerApiError, toPartnerApiError } from "./errors";
import type { CreateRequest } from "./mapping";

afterEach(() => emulator.faults([]));

const get = "/partner/customer/get";
const create = "/partner/customer/create";

function request(name: string): CreateRequest {
  return {
    company_name: name,
    legal_entity_name: name,
    application_name: name,
    website: "https://example.com",
    is_diligence_attested: true,
    is_bank_addendum_completed: true,
    customer_support_info: { email: "help@example.com" },
    address: {
      street: "1 Main St",
      city: "Boston",
      region: "MA",
      postal_code: "02109",
      country_code: "US",
    },
  };
}

async function failureOf(call: Promise<unknown>): Promise<PartnerApiError> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof PartnerApiError)) throw new Error("expected a PartnerApiError");
  return error;
}

function recorded(customerId: string) {
  return db
    .select()
    .from(partnerApiRequests)
    .where(eq(partnerApiRequests.customerId, customerId))
    .orderBy(desc(partnerApiRequests.at));
}

test("a created customer can be asked about", async () => {
  const id = newId("cus");
  const created = await createEndCustomer(id, request("Client One"));
  expect(created.status).toBe("PENDING_ENABLEMENT");
  expect(created.sandboxSecret).toBeTruthy();
  expect(created.productionSecret).toBeTruthy();
  const { clientId, companyName } = await getEndCustomer(id, created.clientId);
  expect({ clientId, companyName }).toEqual({
    clientId: created.clientId,
    companyName: "Client One",
  });
});

test("a refusal carries Plaid's words and no credential, wherever one looks", async () => {
  const error = await failureOf(getEndCustomer(newId("cus"), "nobody"));
  expect(error).toMatchObject({ kind: "rejected", code: "CUSTOMER_NOT_FOUND", httpStatus: 404 });
  expect(error.requestId).toMatch(/^\w+$/);
  const seen = [
    inspect(error, { depth: 20, showHidden: true }),
    JSON.stringify(error),
    String(error.cause),
    error.stack ?? "",
  ].join("\n");
  expect(seen).not.toContain(process.env.PLAID_SECRET);
  expect(seen).not.toContain(process.env.PLAID_CLIENT_ID);
});

const unknownOutcomes: Fault["kind"][] = [
  "500",
  "503",
  "drop-before",
  "drop-after-commit",
  "malformed",
];

// Create has no idempotency key: whatever happens, it is sent exactly once.
test.each(unknownOutcomes)("create meets %s: outcome unknown, sent once", async (kind) => {
  await emulator.faults([{ endpoint: create, kind }]);
  const id = newId("cus");
  const error = await failureOf(createEndCustomer(id, request(`Unknown ${kind}`)));
  expect(error.kind).toBe("unavailable");
  expect(await recorded(id)).toHaveLength(1);
});

test("create meets 429: certainly not applied, and still sent once", async () => {
  await emulator.faults([{ endpoint: create, kind: "429" }]);
  const id = newId("cus");
  expect((await failureOf(createEndCustomer(id, request("Limited")))).kind).toBe("rate_limited");
  expect(await recorded(id)).toHaveLength(1);
});

test.each(["429", "500", "drop-before"] as const)("a read survives one %s", async (kind) => {
  const id = newId("cus");
  const { clientId } = await createEndCustomer(id, request(`Read ${kind}`));
  await emulator.faults([{ endpoint: get, kind, times: 1 }]);
  await expect(getEndCustomer(id, clientId)).resolves.toMatchObject({ clientId });
  const [second, first] = await recorded(id);
  expect(first).toMatchObject({ endpoint: get, attempt: 1 });
  expect(first?.outcome).not.toBe("ok");
  expect(second).toMatchObject({ endpoint: get, attempt: 2, outcome: "ok", httpStatus: 200 });
  expect(second?.requestId).toBeTruthy();
});

test("a status Plaid has not invented yet passes through", async () => {
  const id = newId("cus");
  const { clientId } = await createEndCustomer(id, request("Tomorrow"));
  await emulator.setStatus(clientId, "PAUSED_BY_REGULATOR");
  expect((await getEndCustomer(id, clientId)).status).toBe("PAUSED_BY_REGULATOR");
});

test("nothing listens: not sent", async () => {
  const server = createServer().listen(0);
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  const refused = await fetch(`http://127.0.0.1:${port}`).catch((error: Error) => error.cause);
  expect(toPartnerApiError(refused)).toMatchObject({ kind: "not_sent", code: "ECONNREFUSED" });
});
