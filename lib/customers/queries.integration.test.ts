import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { createAttempts, customers, institutionChanges, institutions, secrets } from "@/db/schema";
import { listActivity } from "@/lib/audit/queries";
import { recordAudit } from "@/lib/audit/record";
import { ForbiddenError } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { getRegistration } from "@/lib/institutions/queries";
import { applicant, type Staff, staff, system } from "@/scripts/testing/actors";
import { completeAnswers, readyDraft, sentCustomer } from "@/scripts/testing/drafts";
import { getSentDetails } from "./details";
import type { CustomerFilter, CustomerPage } from "./model";
import { getOverview } from "./overview";
import { countCustomers, getCustomer, listCustomers, listSecrets } from "./queries";

const everything: CustomerFilter = {
  search: "",
  status: null,
  turn: null,
  after: null,
  before: null,
};

type Row = Partial<typeof customers.$inferInsert>;

async function addCustomers(actor: Staff, rows: Row[]): Promise<string[]> {
  const added = await db
    .insert(customers)
    .values(rows.map((row) => ({ createdBy: actor.userId, ...row })))
    .returning({ id: customers.id });
  return added.map(({ id }) => id);
}

/** 120 customers under one mark: three share each microsecond, and the microseconds are consecutive. */
async function crowd(actor: Staff): Promise<{ mark: string; ids: string[] }> {
  const mark = `crowd-${randomUUID()}`;
  const rows = Array.from({ length: 120 }, (_, index) => ({
    companyName: `${mark} ${index}`,
    status: index % 2 ? "DRAFT" : "UNDER_REVIEW",
    updatedAt: sql`timestamptz '2026-11-20 10:00:00.000001+00' + ${Math.floor(index / 3)} * interval '1 microsecond'`,
  }));
  const ids = await addCustomers(actor, rows as unknown as Row[]);
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
  test("is found by any part of a name, in any case", async () => {
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

    expect(await found("100%")).toBe(1);
    expect(await found("100")).toBe(2);
    expect(await found("under_")).toBe(1);
    expect(await found("1__")).toBe(0);
    expect(await found("back\\")).toBe(1);
    expect(await found("\0")).toBe(4);
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
    expect(await found({ turn: "plaid" })).toEqual(["ON_HOLD", "UNDER_REVIEW"]);
    expect(await found({ turn: "you" })).toEqual(["DRAFT"]);
    expect(await found({ turn: "customer" })).toEqual([]);
    expect(await countCustomers(viewer, word)).toEqual({
      DRAFT: 1,
      UNDER_REVIEW: 1,
      ON_HOLD: 1,
      ACTIVE: 1,
    });
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

describe("one customer", () => {
  test("carries the reason of the last attempt only while it stands", async () => {
    const viewer = await staff("viewer");
    const [id = ""] = await addCustomers(viewer, [{ status: "SUBMIT_FAILED" }]);
    const attempt = { customerId: id, payload: {}, payloadSha256: "", userId: viewer.userId };
    await db.insert(createAttempts).values([
      { ...attempt, state: "REFUSED", errorCode: "OLD", startedAt: new Date("2026-01-01") },
      {
        ...attempt,
        state: "REFUSED",
        errorKind: "rejected",
        errorCode: "LOGO_REQUIRED",
        errorMessage: "a logo is required",
        requestId: "AbC123",
      },
    ]);

    expect((await getCustomer(viewer, id))?.problem).toEqual({
      kind: "rejected",
      code: "LOGO_REQUIRED",
      message: "a logo is required",
      requestId: "AbC123",
    });
    await db.update(customers).set({ status: "DRAFT" }).where(eq(customers.id, id));
    expect((await getCustomer(viewer, id))?.problem).toBeNull();
  });

  test.each(["cus_nobody", "", "\0", "cus_' or 1=1"])("is not there for %j", async (id) => {
    const viewer = await staff("viewer");
    expect(await getCustomer(viewer, id)).toBeUndefined();
    expect(await getRegistration(viewer, id)).toBeUndefined();
  });

  test("shows where its secrets are and never what they are", async () => {
    const admin = await staff("admin");
    const [id = ""] = await addCustomers(admin, [{ status: "ACTIVE" }]);
    await db
      .insert(secrets)
      .values({ customerId: id, kind: "production", sealed: Buffer.from("x") });

    const views = await listSecrets(admin, id);

    expect(views.map(({ kind, state }) => [kind, state])).toEqual([
      ["sandbox", "not_held"],
      ["production", "held"],
    ]);
    expect(Object.keys(views[1] ?? {}).toSorted()).toEqual(
      ["kind", "receivedAt", "revealedAt", "revealedBy", "state"].toSorted(),
    );
  });

  test("shows people's details to those who work with them, masked to everybody else", async () => {
    const [onboarder, viewer] = await Promise.all([staff("onboarder"), staff("viewer")]);
    const answers = completeAnswers();
    const id = await readyDraft(onboarder, answers);

    const open = await getSentDetails(onboarder, id);
    const closed = await getSentDetails(viewer, id);

    expect(open.answers.contacts).toEqual(answers.contacts);
    expect(open.evidence).toMatchObject([
      { kind: "due_diligence", current: true, textVersion: 1 },
      { kind: "bank_addendum", current: true, textVersion: 1 },
    ]);
    expect(closed.masked).toBe(true);
    expect(closed.answers.company).toEqual(answers.company);
    for (const hidden of ["Ana", "Ruiz", "ana@", "bo@", "help@"]) {
      expect(JSON.stringify(closed.answers)).not.toContain(hidden);
    }
  });

  test("has at most the last ten changes of each bank, latest first", async () => {
    const viewer = await staff("viewer");
    const [id = ""] = await addCustomers(viewer, [{ status: "ACTIVE" }]);
    for (const institutionId of ["ins_1", "ins_2"]) {
      await db.insert(institutions).values({
        customerId: id,
        institutionId,
        name: institutionId,
        status: "ENABLED",
        environments: { production: "ENABLED" },
        errors: [],
      });
      await db.insert(institutionChanges).values(
        Array.from({ length: 12 }, (_, index) => ({
          customerId: id,
          institutionId,
          status: `S${index}`,
          source: "poll" as const,
          at: new Date(Date.UTC(2026, 10, 1, index)),
        })),
      );
    }

    const registration = await getRegistration(viewer, id);

    expect(registration?.institutions).toHaveLength(2);
    for (const bank of registration?.institutions ?? []) {
      expect(bank.history.map(({ status }) => status)).toEqual(
        Array.from({ length: 10 }, (_, index) => `S${11 - index}`),
      );
    }
  });

  test("has its activity in pages, and nobody else's", async () => {
    const viewer = await staff("viewer");
    const [id = "", other = ""] = await addCustomers(viewer, [{}, {}]);
    await db.transaction(async (tx) => {
      for (let entry = 0; entry < 60; entry++) {
        await recordAudit(tx, viewer, { action: `test.${entry}`, subject: id });
      }
      await recordAudit(tx, viewer, { action: "test.other", subject: other });
    });

    const first = await listActivity(viewer, id);
    const second = await listActivity(viewer, id, first.older);

    expect([...first.entries, ...second.entries].map(({ action }) => action)).toEqual(
      Array.from({ length: 60 }, (_, index) => `test.${59 - index}`),
    );
    expect(second.older).toBeNull();
    expect((await listActivity(viewer, id, "nonsense")).entries).toHaveLength(50);
  });
});

test("the overview names who has waited longest first", async () => {
  const viewer = await staff("viewer");
  const since = (day: number) => new Date(Date.UTC(1999, 0, day));
  const [second, first] = await addCustomers(viewer, [
    { status: "DENIED", statusSince: since(2) },
    { status: "PENDING_ENABLEMENT", statusSince: since(1) },
    { status: "UNDER_REVIEW", statusSince: since(1) },
  ]);

  const { needsYou, counts } = await getOverview(viewer);

  expect(needsYou.slice(0, 2).map(({ id }) => id)).toEqual([first, second]);
  expect(counts.DENIED).toBeGreaterThan(0);
});

describe("somebody who is not staff", () => {
  test.each([
    ["an applicant", applicant],
    ["the system", system],
  ])("%s reads nothing", async (_name, actor) => {
    const onboarder = await staff("onboarder");
    const { id } = await sentCustomer(onboarder);
    const reads = [
      () => listCustomers(actor, everything),
      () => countCustomers(actor),
      () => getOverview(actor),
      () => getCustomer(actor, id),
      () => listSecrets(actor, id),
      () => getSentDetails(actor, id),
      () => getRegistration(actor, id),
      () => listActivity(actor, id),
    ];
    for (const read of reads) await expect(read()).rejects.toBeInstanceOf(ForbiddenError);
  });
});
