import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { getOverview } from "@/lib/overview/queries";
import { type CustomerFilter, readFilter, sorts } from "@/lib/portfolio/model";
import { getFilterOptions } from "@/lib/portfolio/options";
import { seedPortfolio } from "@/scripts/seed/bulk";
import { type Staff, staff } from "@/scripts/testing/actors";
import { analyze, growingParts } from "@/scripts/testing/plans";
import { WINDOW } from "./filter";
import { listCustomers } from "./list";

const CUSTOMERS = 30_000;

let actor: Staff;
beforeAll(async () => {
  actor = await staff("onboarder");
  await seedPortfolio(CUSTOMERS, actor);
  await db.execute(sql`update customers set assignee_id = ${actor.userId} where id like '%7'`);
  await analyze("customers", "customer_terms", "institutions");
}, 120_000);

/** About as many as a window holds are sorted as cheaply as they are walked, and both plans occur. */
const rowsMax = 2 * WINDOW;
const growing = (read: () => Promise<unknown>) => growingParts(read, { rowsMax });

describe("in a large portfolio, the list", () => {
  const narrowings = [
    "",
    "turn=you",
    "turn=nobody",
    "status=DRAFT",
    "status=ACTIVE&turn=you",
    "owner=me",
    "owner=nobody&turn=you",
    "country=US&product=auth",
    "stuck=7&turn=plaid",
    "created=2026-01-01&country=DE",
    "bank=ins_56:PROCESSING",
    "bank=ins_127991:ATTENTION_REQUIRED&owner=me",
    "q=harbor",
    "q=harbor+pay&turn=you",
    "q=nobody+at+all",
  ];

  test.each(narrowings.flatMap((query) => sorts.map((sort) => [query, sort] as const)))(
    "%s by %s reads an index range",
    async (query, sort) => {
      const filter: CustomerFilter = {
        ...readFilter(Object.fromEntries(new URLSearchParams(query))),
        sort,
      };
      const first = await listCustomers(actor, filter);
      expect(await growing(() => listCustomers(actor, filter))).toEqual([]);
      const after = { ...filter, after: first.next };
      expect(await growing(() => listCustomers(actor, after))).toEqual([]);
      const { previous } = await listCustomers(actor, after);
      const before = { ...filter, before: previous };
      expect(await growing(() => listCustomers(actor, before))).toEqual([]);
    },
  );

  test("names what it can be narrowed to without looking at customers", async () => {
    expect(await growing(() => getFilterOptions(actor))).toEqual([]);
  });
});

test("in a large portfolio the overview reads index ranges", async () => {
  expect(await growing(() => getOverview(actor))).toEqual([]);
});

test("a plan that grows is noticed", async () => {
  const whole = () => db.execute(sql`select count(*) from customers where company_name = 'x'`);
  expect(await growing(whole)).toEqual([expect.stringContaining("customers is read whole")]);
  const sorted = () => db.execute(sql`select id from customers order by website limit 5`);
  expect((await growing(sorted)).join()).toContain("rows are sorted");
});
