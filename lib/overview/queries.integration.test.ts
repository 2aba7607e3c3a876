import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { deliveries, institutions, partnerApiRequests } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { countMatching } from "@/lib/customers/model";
import { staff } from "@/scripts/testing/actors";
import { addCustomers } from "@/scripts/testing/customers";
import { isFine } from "./model";
import { getOverview } from "./queries";

const HOUR_MS = 3_600_000;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS);

// The overview is of everybody: each test begins with nobody.
beforeEach(async () => {
  await db.execute(sql`delete from institutions`);
  await db.execute(sql`delete from deliveries`);
  await db.execute(sql`delete from customers`);
});

describe("what needs somebody", () => {
  test("is ordered by age and severity, over all statuses", async () => {
    const viewer = await staff("viewer");
    const [unknown, enable, draft] = await addCustomers(viewer, [
      { status: "SUBMIT_UNKNOWN", statusSince: hoursAgo(10) },
      { status: "PENDING_ENABLEMENT", statusSince: hoursAgo(19) },
      { status: "DRAFT", statusSince: hoursAgo(70) },
      { status: "UNDER_REVIEW", statusSince: hoursAgo(9_000) },
      { status: "ACTIVE", banksTotal: 1, banksEnabled: 1, statusSince: hoursAgo(9_000) },
    ]);
    const { needsYou, counts } = await getOverview(viewer);
    expect(needsYou.map(({ id }) => id)).toEqual([unknown, enable, draft]);
    expect(countMatching(counts, { turn: "you" })).toBe(3);
    expect(countMatching(counts)).toBe(5);
  });

  test("has at most ten rows, the oldest of each status", async () => {
    const viewer = await staff("viewer");
    const ids = await addCustomers(
      viewer,
      Array.from({ length: 15 }, (_, index) => ({
        status: "READY",
        statusSince: hoursAgo(100 - index),
      })),
    );
    const { needsYou } = await getOverview(viewer);
    expect(needsYou.map(({ id }) => id)).toEqual(ids.slice(0, 10));
  });

  test("includes a live customer since its bank needs attention, not since it is live", async () => {
    const viewer = await staff("viewer");
    const live = { status: "ACTIVE", statusSince: hoursAgo(9_000), banksTotal: 2, banksEnabled: 1 };
    const [troubled = "", removed = ""] = await addCustomers(viewer, [
      { ...live, banksAttention: 1 },
      { status: "REMOVED" },
    ]);
    const statusSince = hoursAgo(5);
    const bank = { name: "Chase", environments: {}, errors: [], statusSince };
    await db.insert(institutions).values(
      [troubled, removed].map((customerId) => ({
        ...bank,
        customerId,
        institutionId: "ins_56",
        status: "ATTENTION_REQUIRED",
      })),
    );
    const { needsYou } = await getOverview(viewer);
    expect(needsYou).toMatchObject([
      { id: troubled, since: statusSince.toISOString(), line: "1 bank needs attention" },
    ]);
  });
});

test("the latest acts name who, what and which customer, and nothing but customers", async () => {
  const admin = await staff("admin");
  const [id = ""] = await addCustomers(admin, [{ companyName: "Harbor Pay" }]);
  await db.transaction(async (tx) => {
    for (let n = 0; n < 12; n++) await recordAudit(tx, admin, { action: `test.${n}`, subject: id });
    await recordAudit(tx, admin, { action: "test.person", subject: admin.userId });
  });
  const { recent } = await getOverview(admin);
  expect(recent.map(({ action }) => action)).toEqual(
    Array.from({ length: 10 }, (_, n) => `test.${11 - n}`),
  );
  expect(recent[0]).toMatchObject({
    actor: "Test admin",
    customer: { id, companyName: "Harbor Pay" },
  });
});

describe("the system", () => {
  const call = { endpoint: "/partner/customer/get", attempt: 1, durationMs: 1 };

  test("is fine when work is done and Plaid answers, also with an error", async () => {
    const viewer = await staff("viewer");
    await addCustomers(viewer, [{ dueAt: new Date(Date.now() + HOUR_MS) }]);
    await db.insert(partnerApiRequests).values({ ...call, outcome: "rejected" });
    const { system } = await getOverview(viewer);
    expect(isFine(system)).toBe(true);
    expect(system.lastCheckAt).not.toBeNull();
  });

  test("is not fine when Plaid was silent the last time", async () => {
    const viewer = await staff("viewer");
    await db.insert(partnerApiRequests).values({ ...call, outcome: "unavailable" });
    expect(isFine((await getOverview(viewer)).system)).toBe(false);
  });

  test("is not fine when work lies undone", async () => {
    const viewer = await staff("viewer");
    await db.insert(partnerApiRequests).values({ ...call, outcome: "ok" });
    const dueAt = hoursAgo(1);
    await db
      .insert(deliveries)
      .values({ id: "d", body: Buffer.from(""), keyId: "k", signedAt: dueAt, dueAt });
    const { system } = await getOverview(viewer);
    expect(system.behindSince).toBe(dueAt.toISOString());
    expect(system.lastWebhookAt).not.toBeNull();
    expect(isFine(system)).toBe(false);
  });
});

test("the time to live is the median of each week", async () => {
  const viewer = await staff("viewer");
  const daysAgo = (days: number) => hoursAgo(24 * days);
  await addCustomers(viewer, [
    ...[3, 5, 40].map((days) => ({ createdAt: daysAgo(days), enabledAt: new Date() })),
    { createdAt: daysAgo(35), enabledAt: daysAgo(28) },
    { createdAt: daysAgo(900), enabledAt: daysAgo(800) },
    { createdAt: daysAgo(1) },
  ]);
  const { timeToLive } = await getOverview(viewer);
  expect(timeToLive).toMatchObject({ customers: 4, medianDays: 5 });
  expect(timeToLive.weeks).toHaveLength(13);
  expect(timeToLive.weeks.at(-1)).toMatchObject({ customers: 3, medianDays: 5 });
  expect(timeToLive.weeks.at(-5)).toMatchObject({ customers: 1, medianDays: 7 });
  expect(timeToLive.weeks.at(-2)).toMatchObject({ customers: 0, medianDays: null });
});
