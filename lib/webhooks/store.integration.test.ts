import { randomUUID } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { customers, deliveries } from "@/db/schema";
import { getRegistration } from "@/lib/institutions/queries";
import { refreshInstitutions } from "@/lib/institutions/refresh";
import { announce } from "@/lib/live/announce";
import { newsSince } from "@/lib/live/changes";
import { closeLive, follow } from "@/lib/live/listen";
import type { Change } from "@/lib/live/model";
import { staff } from "@/scripts/testing/actors";
import { bankEvent, deliveryOf } from "@/scripts/testing/deliveries";
import { sentCustomer } from "@/scripts/testing/drafts";
import { storeDelivery } from "./store";

afterAll(closeLive);

async function liveCustomer() {
  const customer = await sentCustomer(await staff("onboarder"));
  await db
    .update(customers)
    .set({ status: "ACTIVE", dueAt: null })
    .where(eq(customers.id, customer.id));
  await refreshInstitutions(customer, "check");
  return customer;
}

/** Chase's status as a webhook tells it. Nothing works on what is stored here. */
function chaseIs(status: unknown, clientId: string) {
  return deliveryOf({ ...bankEvent({ clientId }), status });
}

/** What open pages are told while `act` runs, about anybody it names. */
async function toldBy(act: () => Promise<unknown>): Promise<Change[]> {
  const { point } = await newsSince(null);
  // A point may lie before what was told already: transactions of other databases hold it back.
  const [before] = await db.execute(sql`select pg_current_xact_id()::text as xid`);
  const told: Change[] = [];
  const last = `cus_${randomUUID()}`;
  let heardLast = () => {};
  const all = new Promise<void>((resolve) => {
    heardLast = resolve;
  });
  const leave = await follow(point, (news) => {
    if (news === "close") return;
    told.push(...(news.changes ?? []));
    if (told.at(-1)?.customerId === last) heardLast();
  });
  await act();
  await db.transaction((tx) => announce(tx, last));
  await all;
  leave();
  return told.slice(0, -1).filter(({ xid }) => Number(xid) > Number(before?.xid));
}

async function chaseOf(customerId: string) {
  const registration = await getRegistration(await staff("viewer"), customerId);
  return registration?.institutions.find(({ institutionId }) => institutionId === "ins_56");
}

test("open pages are told what a delivery says, once", async () => {
  const { id, clientId } = await liveCustomer();
  const delivery = chaseIs("attention-required", clientId);
  const told = await toldBy(async () => {
    await storeDelivery(delivery);
    await storeDelivery(delivery);
  });
  const report = { institutionId: "ins_56", status: "ATTENTION_REQUIRED" };
  expect(told.filter(({ customerId }) => customerId === id)).toMatchObject([{ report }]);
});

test("nothing is told of a customer nobody knows, or of no status", async () => {
  const { id, clientId } = await liveCustomer();
  const told = await toldBy(async () => {
    await storeDelivery(chaseIs("enabled", randomUUID()));
    await storeDelivery(chaseIs(undefined, clientId));
  });
  expect(told.filter(({ report, customerId }) => report || customerId === id)).toEqual([]);
});

test("of many at once each is kept, counted and told, in the order they came", async () => {
  const { id, clientId } = await liveCustomer();
  const said = ["processing", "attention-required", "approved", "enabled"];
  const [first, ...others] = said.map((status) => chaseIs(status, clientId));
  if (!first) throw new Error("There are four");
  const told = await toldBy(() => Promise.all([first, ...others, ...others].map(storeDelivery)));
  expect(told.flatMap(({ report }) => report?.status ?? [])).toEqual([
    "PROCESSING",
    "ATTENTION_REQUIRED",
    "APPROVED",
    "ENABLED",
  ]);
  const ids = [first, ...others].map((delivery) => delivery.id);
  const kept = await db.select().from(deliveries).where(inArray(deliveries.id, ids));
  const ofId = new Map(kept.map((row) => [row.id, row]));
  expect(ids.map((one) => ofId.get(one)?.attempts)).toEqual([1, 2, 2, 2]);
  expect(await chaseOf(id)).toMatchObject({ reported: "ENABLED" });
});

test("a delivery that cannot be kept takes none of its neighbours with it", async () => {
  const [first, second, third] = [1, 2, 3].map(() => chaseIs("enabled", "nobody"));
  if (!first || !second || !third) throw new Error("There are three");
  const poison = { ...chaseIs("enabled", "nobody"), headers: { "user-agent": "\0" } };
  const outcomes = await Promise.allSettled([first, second, poison, third].map(storeDelivery));
  expect(outcomes.map(({ status }) => status)).toEqual([
    ...["fulfilled", "fulfilled", "rejected", "fulfilled"],
  ]);
  const ids = [first.id, second.id, poison.id, third.id];
  expect(await db.$count(deliveries, inArray(deliveries.id, ids))).toBe(3);
});

test("a page made before Plaid has answered shows the last report, and then the answer", async () => {
  const customer = await liveCustomer();
  const { id, clientId } = customer;
  expect(await chaseOf(id)).toMatchObject({ status: "NOT_STARTED", reported: null });
  await storeDelivery(chaseIs("enabled", clientId));
  await storeDelivery(chaseIs("attention-required", clientId));
  expect(await chaseOf(id)).toMatchObject({
    status: "NOT_STARTED",
    reported: "ATTENTION_REQUIRED",
  });
  await refreshInstitutions(customer, "webhook");
  expect(await chaseOf(id)).toMatchObject({ status: "NOT_STARTED", reported: null });
});

test("a report of what is known already is none", async () => {
  const { id, clientId } = await liveCustomer();
  await storeDelivery(chaseIs("not-started", clientId));
  expect(await chaseOf(id)).toMatchObject({ status: "NOT_STARTED", reported: null });
});
