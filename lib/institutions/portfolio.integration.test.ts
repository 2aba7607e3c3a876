import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { institutions } from "@/db/schema";
import { type Staff, staff } from "@/scripts/testing/actors";
import { addCustomers } from "@/scripts/testing/customers";
import { getBank, getBanksStrip, listBanks } from "./portfolio";
import { listWaiting } from "./waiting";

type Row = { customerId: string; institutionId: string; status: string; hours: number };

async function addBanks(rows: Row[]): Promise<void> {
  await db.insert(institutions).values(
    rows.map(({ hours, ...row }) => ({
      ...row,
      name: `Bank ${row.institutionId}`,
      environments: {},
      errors: [],
      statusSince: sql`now() - ${hours} * interval '1 hour'` as unknown as Date,
    })),
  );
}

async function customersOf(actor: Staff, count: number): Promise<string[]> {
  const named = Array.from({ length: count }, (_, place) => ({
    companyName: `Waiting ${place}`,
    status: "ACTIVE",
  }));
  return addCustomers(actor, named);
}

describe("the banks over all customers", () => {
  test("are counted by status, and who waits for longer than documented is overdue", async () => {
    const viewer = await staff("viewer");
    const [a, b, c, d] = (await customersOf(viewer, 4)) as [string, string, string, string];
    const institutionId = `ins_${randomUUID()}`;
    const at = { institutionId };
    await addBanks([
      { ...at, customerId: a, status: "ENABLED", hours: 900 },
      { ...at, customerId: b, status: "PROCESSING", hours: 49 },
      { ...at, customerId: c, status: "APPROVED", hours: 47 },
      { ...at, customerId: d, status: "NOT_STARTED", hours: 900 },
    ]);
    const expected = {
      institutionId,
      name: `Bank ${institutionId}`,
      total: 4,
      byStatus: { ENABLED: 1, PROCESSING: 1, APPROVED: 1, NOT_STARTED: 1 },
      overdue: 1,
    };
    expect(await getBank(viewer, institutionId)).toEqual(expected);
    expect(await listBanks(viewer, { search: `BANK ${institutionId}`, page: 1 })).toEqual({
      banks: [expected],
      more: false,
    });
    expect(await listBanks(viewer, { search: institutionId, page: 2 })).toEqual({
      banks: [],
      more: false,
    });
    expect(await getBank(viewer, "ins_nowhere")).toBeUndefined();
    expect(await getBank(viewer, "ins\0")).toBeUndefined();
  });

  test("on the overview are those most customers are at", async () => {
    const viewer = await staff("viewer");
    const ids = await customersOf(viewer, 130);
    const institutionId = `ins_${randomUUID()}`;
    await addBanks(
      ids.map((customerId) => ({ customerId, institutionId, status: "PROCESSING", hours: 50 })),
    );
    const strip = await getBanksStrip(viewer);
    expect(strip.length).toBeLessThanOrEqual(8);
    expect(strip.map(({ total }) => total)).toEqual(
      strip.map(({ total }) => total).toSorted((one, other) => other - one),
    );
    // Counted no further than is shown: the cost stays the same however many wait.
    expect(strip.find((bank) => bank.institutionId === institutionId)?.overdue).toBe(100);
    expect((await getBank(viewer, institutionId))?.overdue).toBe(130);
  });
});

describe("the list of one bank and status", () => {
  test("begins with who has waited longest and visits everybody once", async () => {
    const viewer = await staff("viewer");
    const ids = await customersOf(viewer, 120);
    const institutionId = `ins_${randomUUID()}`;
    const other = `ins_${randomUUID()}`;
    await addBanks([
      // Three share each instant.
      ...ids.map((customerId, place) => ({
        ...{ customerId, institutionId, status: "PROCESSING" },
        hours: 500 - Math.floor(place / 3),
      })),
      { customerId: ids[0] as string, institutionId: other, status: "ENABLED", hours: 1 },
    ]);
    const filter = { institutionId, status: "PROCESSING", stuckDays: null };
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listWaiting>> = await listWaiting(viewer, {
        ...filter,
        after,
      });
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(120);
    expect(new Set(seen)).toEqual(new Set(ids));
    const { rows } = await listWaiting(viewer, { ...filter, after: null });
    const since = rows.map((row) => row.since);
    expect(since).toEqual(since.toSorted());
    expect(rows.find(({ id }) => id === ids[0])?.banks).toEqual({
      [institutionId]: "PROCESSING",
      [other]: "ENABLED",
    });
    expect(await listWaiting(viewer, { ...filter, after: "nonsense" })).toEqual({
      rows,
      next: expect.any(String),
    });
  });

  test("is narrowed to who waits for more than some business days", async () => {
    const viewer = await staff("viewer");
    const [old, young] = (await customersOf(viewer, 2)) as [string, string];
    const institutionId = `ins_${randomUUID()}`;
    const at = { institutionId, status: "PROCESSING" };
    await addBanks([
      { ...at, customerId: old, hours: 24 * 8 },
      { ...at, customerId: young, hours: 20 },
    ]);
    const { rows } = await listWaiting(viewer, { ...at, stuckDays: 3, after: null });
    expect(rows.map(({ id }) => id)).toEqual([old]);
  });
});
