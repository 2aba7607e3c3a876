import { randomUUID } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { institutionCounts, institutions } from "@/db/schema";
import { compactCounts } from "@/lib/work/compact";
import { staff } from "@/scripts/testing/actors";
import { addCustomers } from "@/scripts/testing/customers";

const STATUSES = ["NOT_STARTED", "PROCESSING", "ENABLED", "ATTENTION_REQUIRED"];
const WRITERS = 8;
const CHANGES = 300;

/** Always the same numbers: a failure can be looked at again. */
function randomFrom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

async function setUp(customers: number, banks: number) {
  const ids = await addCustomers(
    await staff("admin"),
    Array.from({ length: customers }, () => ({ status: "ACTIVE" })),
  );
  return { ids, banks: Array.from({ length: banks }, () => `ins_${randomUUID()}`) };
}

async function change(ids: string[], banks: string[], random: (below: number) => number) {
  const pick = (from: string[]) => from[random(from.length)] as string;
  const status = pick(STATUSES);
  const one = { customerId: pick(ids), institutionId: pick(banks) };
  switch (random(4)) {
    case 0:
      return db
        .delete(institutions)
        .where(
          and(
            eq(institutions.customerId, one.customerId),
            eq(institutions.institutionId, one.institutionId),
          ),
        );
    case 1:
      return db
        .update(institutions)
        .set({ status })
        .where(
          and(
            inArray(institutions.customerId, [...ids].sort()),
            eq(institutions.institutionId, one.institutionId),
          ),
        )
        .catch(ifDeadlock);
    default:
      return db
        .insert(institutions)
        .values({ ...one, name: "A bank", status, environments: {}, errors: [] })
        .onConflictDoUpdate({
          target: [institutions.customerId, institutions.institutionId],
          set: { status },
        });
  }
}

/** Two updates of many rows of one bank may cross each other: PostgreSQL then undoes one as a whole. */
function ifDeadlock(error: unknown): void {
  const cause = error instanceof Error ? error.cause : undefined;
  if (Reflect.get(Object(cause), "code") !== "40P01") throw error;
}

async function counted(banks: string[]) {
  const rows = await db
    .select({
      bank: institutionCounts.institutionId,
      status: institutionCounts.status,
      n: sql<number>`sum(${institutionCounts.n})::int`,
    })
    .from(institutionCounts)
    .where(inArray(institutionCounts.institutionId, banks))
    .groupBy(institutionCounts.institutionId, institutionCounts.status);
  return rows.filter(({ n }) => n !== 0).toSorted(byBankAndStatus);
}

async function full(banks: string[]) {
  const rows = await db
    .select({
      bank: institutions.institutionId,
      status: institutions.status,
      n: sql<number>`count(*)::int`,
    })
    .from(institutions)
    .where(inArray(institutions.institutionId, banks))
    .groupBy(institutions.institutionId, institutions.status);
  return rows.toSorted(byBankAndStatus);
}

function byBankAndStatus(
  a: { bank: string; status: string },
  b: { bank: string; status: string },
): number {
  return `${a.bank} ${a.status}` < `${b.bank} ${b.status}` ? -1 : 1;
}

// Guarantees that a number on the overview is never off by one, whoever wrote at the same time.
test("counts of banks equal a full count after thousands of changes at once", async () => {
  const { ids, banks } = await setUp(12, 3);
  const writers = Array.from({ length: WRITERS }, async (_, writer) => {
    const random = randomFrom(writer + 1);
    for (let done = 0; done < CHANGES; done += 1) {
      await change(ids, banks, random);
      if (random(50) === 0) await compactCounts();
    }
  });
  await Promise.all(writers);

  const expected = await full(banks);
  expect(expected.length).toBeGreaterThan(3);
  expect(await counted(banks)).toEqual(expected);

  await compactCounts();
  expect(await counted(banks)).toEqual(expected);
}, 120_000);

test("a change that is undone was never counted", async () => {
  const { ids, banks } = await setUp(1, 1);
  const row = { customerId: ids[0] as string, institutionId: banks[0] as string, name: "A bank" };
  const undone = db.transaction(async (tx) => {
    await tx
      .insert(institutions)
      .values({ ...row, status: "ENABLED", environments: {}, errors: [] });
    tx.rollback();
  });
  await expect(undone).rejects.toThrow();
  expect(await counted(banks)).toEqual([]);
});
