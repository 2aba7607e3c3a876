import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { customers, deliveries, secrets } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { performDueCustomer } from "@/lib/customers/due";
import { submitOnboarding } from "@/lib/onboarding/submit";
import { projectDelivery } from "@/lib/webhooks/project";
import { storeDelivery } from "@/lib/webhooks/store";
import { staff } from "@/scripts/testing/actors";
import { CREATE, calmPlaid, customersAtPlaid } from "@/scripts/testing/at-plaid";
import { emulator } from "@/scripts/testing/context";
import { createdElsewhere } from "@/scripts/testing/created-elsewhere";
import { bankEvent, deliveryOf } from "@/scripts/testing/deliveries";
import { auditOf, customerRow, readyDraft, sentCustomer } from "@/scripts/testing/drafts";
import { adoptFromPlaid, findAtPlaid } from "./adopt";

const GET = "/partner/customer/get";

afterEach(calmPlaid);

async function elsewhere(status?: string) {
  const name = `Elsewhere ${randomUUID().slice(0, 8)}`;
  const clientId = await createdElsewhere(name, process.env);
  if (status) await emulator.setStatus(clientId, status);
  return { name, clientId };
}

async function rowsWith(clientId: string): Promise<number> {
  const rows = await db.select().from(customers).where(eq(customers.clientId, clientId));
  return rows.length;
}

test("looking writes nothing, adopting takes what Plaid says", async () => {
  const admin = await staff("admin");
  const { name, clientId } = await elsewhere();
  const found = { clientId, companyName: name, status: "PENDING_ENABLEMENT" };
  expect(await findAtPlaid(admin, ` ${clientId} `)).toEqual({ ok: true, value: found });
  expect(await rowsWith(clientId)).toBe(0);

  const adopted = await adoptFromPlaid(admin, clientId);
  if (!adopted.ok) throw new Error(adopted.error.code);
  const { id } = adopted.value;
  expect(await customerRow(id)).toMatchObject({ ...found, submittedAt: null });
  expect(await auditOf(id)).toEqual(["customer.adopted_from_plaid"]);
  expect(await db.select().from(secrets).where(eq(secrets.customerId, id))).toEqual([]);
});

test("the banks of a live one are fetched by the loop, and webhooks that came before find it", async () => {
  const admin = await staff("admin");
  const { clientId } = await elsewhere("ACTIVE");
  const early = deliveryOf(bankEvent({ clientId }));
  const { id } = early;
  await storeDelivery(early);
  const { signal } = new AbortController();
  await projectDelivery(id, signal);
  const delivery = async () =>
    (await db.select().from(deliveries).where(eq(deliveries.id, id))).at(0)?.state;
  expect(await delivery()).toBe("orphan");

  const adopted = await adoptFromPlaid(admin, clientId);
  if (!adopted.ok) throw new Error(adopted.error.code);
  expect(await delivery()).toBe("received");
  const { dueAt } = await customerRow(adopted.value.id);
  expect(dueAt?.getTime()).toBeLessThanOrEqual(Date.now());
  await performDueCustomer(adopted.value.id, signal);
  expect((await customerRow(adopted.value.id)).banksTotal).toBe(10);
});

test("pressed twice at once it is one customer, and one that is here is pointed to", async () => {
  const admin = await staff("admin");
  const { name, clientId } = await elsewhere();
  const both = await Promise.all([
    adoptFromPlaid(admin, clientId),
    adoptFromPlaid(admin, clientId),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await rowsWith(clientId)).toBe(1);
  const here = { code: "already_here", companyName: name };
  expect(await findAtPlaid(admin, clientId)).toMatchObject({ error: here });
  const ours = await sentCustomer(admin);
  expect(await adoptFromPlaid(admin, ours.clientId)).toMatchObject({
    error: { code: "already_here", id: ours.id },
  });
});

test("one whose submission was never answered is not adopted beside it", async () => {
  const admin = await staff("admin");
  const id = await readyDraft(admin);
  await emulator.faults([{ endpoint: CREATE, kind: "drop-after-commit", times: 1 }]);
  await submitOnboarding(admin, id);
  const [known] = await customersAtPlaid((await customerRow(id)).companyName);
  expect(await adoptFromPlaid(admin, known?.client_id ?? "")).toMatchObject({
    error: { code: "unanswered", id },
  });
});

test.each([
  ["nothing", "", "no_client_id"],
  ["what cannot be a client_id", "client id: 5", "no_client_id"],
  ["what Plaid does not know", "5f0nobody0knows0this0000", "unknown_client_id"],
])("%s is refused", async (_, typed, code) => {
  expect(await adoptFromPlaid(await staff("admin"), typed)).toMatchObject({ error: { code } });
});

test("Plaid down: said so, and nothing is written", async () => {
  const { clientId } = await elsewhere();
  await emulator.faults([{ endpoint: GET, kind: "503" }]);
  expect(await adoptFromPlaid(await staff("admin"), clientId)).toMatchObject({
    error: { code: "refused", problem: { kind: "unavailable" } },
  });
  expect(await rowsWith(clientId)).toBe(0);
});

test("an onboarder may not", async () => {
  const onboarder = await staff("onboarder");
  await expect(findAtPlaid(onboarder, "x")).rejects.toThrow(ForbiddenError);
  await expect(adoptFromPlaid(onboarder, "x")).rejects.toThrow(ForbiddenError);
});
