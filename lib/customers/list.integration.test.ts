import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/model";
import { type CustomerFilter, everything } from "@/lib/portfolio/model";
import { type Staff, staff } from "@/scripts/testing/actors";
import { addCustomers, type CustomerValues } from "@/scripts/testing/customers";
import { listCustomers } from "./list";
import type { CustomerPage } from "./model";

/** 120 customers under one mark: three share each microsecond, and the microseconds are consecutive. */
async function crowd(actor: Staff): Promise<{ mark: string; ids: string[] }> {
  const mark = `crowd-${randomUUID()}`;
  const rows = Array.from({ length: 120 }, (_, index) => ({
    companyName: `${mark} ${index}`,
    status: index % 2 ? "DRAFT" : "UNDER_REVIEW",
    updatedAt: sql`timestamptz '2026-11-20 10:00:00.000001+00' + ${Math.floor(index / 3)} * interval '1 microsecond'`,
  }));
  const ids = await addCustomers(actor, rows as unknown as CustomerValues[]);
  return { mark, ids };
}

async function walk(actor: Actor, filter: CustomerFilter): Promise<CustomerPage[]> {
  const pages: CustomerPage[] = [];
  let after: string | null = null;
  do {
    const page: CustomerPage = await listCustomers(actor, { ...filter, after });
    pages.push(page);
    after = page.next;
  } while (after);
  return pages;
}

const idsOf = (pages: CustomerPage[]) => pages.flatMap((page) => page.rows.map(({ id }) => id));

describe("the pages of the list", () => {
  // Guarantees that no customer is lost or doubled between two pages, however close the changes lie.
  test("visit every customer exactly once", async () => {
    const viewer = await staff("viewer");
    const { mark, ids } = await crowd(viewer);

    const pages = await walk(viewer, { ...everything, search: mark });

    expect(pages.map((page) => page.rows.length)).toEqual([50, 50, 20]);
    expect(idsOf(pages).toSorted()).toEqual(ids.toSorted());
  });

  test("lead back the way they came", async () => {
    const viewer = await staff("viewer");
    const { mark } = await crowd(viewer);
    const forward = await walk(viewer, { ...everything, search: mark });

    const second = await listCustomers(viewer, {
      ...everything,
      search: mark,
      before: forward.at(2)?.previous ?? null,
    });
    const first = await listCustomers(viewer, {
      ...everything,
      search: mark,
      before: second.previous,
    });

    expect(idsOf([second])).toEqual(idsOf(forward.slice(1, 2)));
    expect(idsOf([first])).toEqual(idsOf(forward.slice(0, 1)));
    expect(first.previous).toBeNull();
    expect(first.next).not.toBeNull();
  });

  test("begin at the first one for an address that makes no sense", async () => {
    const viewer = await staff("viewer");
    const { mark } = await crowd(viewer);

    const page = await listCustomers(viewer, { ...everything, search: mark, after: "nonsense" });

    expect(page.rows).toHaveLength(50);
    expect(page.previous).toBeNull();
  });
});

describe("what the list is narrowed to", () => {
  test("is found by what any of its words begin with, in any case", async () => {
    const viewer = await staff("viewer");
    const word = randomUUID().slice(0, 8);
    const [id] = await addCustomers(viewer, [{ companyName: `Ünïted ${word} Ärzte` }]);

    for (const search of [`ÜNÏTED ${word.toUpperCase()}`, `${word} är`, ` ${word} `]) {
      const { rows } = await listCustomers(viewer, { ...everything, search });
      expect(rows.map((row) => row.id)).toEqual([id]);
    }
  });

  test("takes %, _ and \\ for themselves", async () => {
    const viewer = await staff("viewer");
    const word = randomUUID().slice(0, 8);
    await addCustomers(viewer, [
      { companyName: `${word} 100% sure` },
      { companyName: `${word} 100 percent` },
      { companyName: `${word} under_score` },
      { companyName: `${word} back\\slash` },
    ]);
    const found = async (search: string) =>
      (await listCustomers(viewer, { ...everything, search: `${word} ${search}` })).rows.length;

    expect(await found("100%")).toBe(2);
    expect(await found("%")).toBe(4);
    expect(await found("under_s")).toBe(1);
    expect(await found("1_0")).toBe(0);
    expect(await found("back\\")).toBe(1);
  });

  test("is found by its client_id", async () => {
    const viewer = await staff("viewer");
    const clientId = randomUUID().replaceAll("-", "").slice(0, 24);
    const [id] = await addCustomers(viewer, [{ companyName: "Found", clientId }]);

    const { rows } = await listCustomers(viewer, { ...everything, search: clientId });

    expect(rows.map((row) => row.id)).toEqual([id]);
  });

  test("follows status and turn; a status Plaid has invented is Plaid's turn", async () => {
    const viewer = await staff("viewer");
    const word = randomUUID();
    const names = ["DRAFT", "UNDER_REVIEW", "ON_HOLD", "ACTIVE"];
    await addCustomers(
      viewer,
      names.map((status) => ({ companyName: word, status })),
    );
    const found = async (filter: Partial<CustomerFilter>) =>
      (await listCustomers(viewer, { ...everything, search: word, ...filter })).rows
        .map(({ status }) => status)
        .toSorted();

    expect(await found({ status: "ACTIVE" })).toEqual(["ACTIVE"]);
    expect(await found({ status: "ON_HOLD" })).toEqual(["ON_HOLD"]);
    expect(await found({ turn: "plaid" })).toEqual(["ACTIVE", "ON_HOLD", "UNDER_REVIEW"]);
    expect(await found({ turn: "you" })).toEqual(["DRAFT"]);
    expect(await found({ turn: "customer" })).toEqual([]);
  });

  test("uses an index for a page in the middle of many", async () => {
    const viewer = await staff("viewer");
    await crowd(viewer);
    const plan = await db.transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      await tx.execute(sql`set local enable_sort = off`);
      return tx.execute(sql`explain select id from customers
        where (updated_at, id) < (now(), 'cus_x')
        order by updated_at desc nulls last, id desc nulls last limit 51`);
    });
    expect(JSON.stringify(plan)).toMatch(/Index (Only )?Scan using customers_updated_at_id_index/);
  });
});
