import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { customers, users } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { saveStep } from "@/lib/onboarding/save-step";
import { submitForReview } from "@/lib/submissions/submit-for-review";
import { type Staff, staff, applicant as stranger, system } from "@/scripts/testing/actors";
import { addCustomers } from "@/scripts/testing/customers";
import {
  auditOf,
  completeAnswers,
  customerRow,
  readyDraft,
  wholeStep,
} from "@/scripts/testing/drafts";
import { fillIn, handedIn, invited } from "@/scripts/testing/invitations";
import { approval, decide, withSecondPerson } from "@/scripts/testing/reviews";
import { assignCustomer } from "./assign";
import { getReview } from "./queries";
import { countReviews, lastReviewAt, listReviews } from "./queue";
import { reviewNext, startReview } from "./reviewing";

const start = { after: null, before: null };

// The queue is one for everybody: each test has it for itself.
beforeEach(async () => {
  const elsewhere = { status: "DRAFT" };
  await db.update(customers).set(elsewhere).where(eq(customers.status, "IN_REVIEW"));
});

/** Waiting since so many minutes. */
async function waiting(actor: Staff, minutes: number): Promise<string> {
  const { customerId } = await handedIn(actor);
  await wait(customerId, minutes);
  return customerId;
}

async function wait(customerId: string, minutes: number): Promise<void> {
  await db
    .update(customers)
    .set({ statusSince: sql`now() - make_interval(mins => ${minutes})` })
    .where(eq(customers.id, customerId));
}

/** Somebody began to review it so many minutes ago. */
async function began(actor: Staff, id: string, minutes: number): Promise<void> {
  await startReview(actor, id);
  await db
    .update(customers)
    .set({ reviewingSince: sql`now() - make_interval(mins => ${minutes})` })
    .where(eq(customers.id, id));
}

describe("the queue", () => {
  test("has what waits, longest first, with who handed it in and what to look at", async () => {
    const onboarder = await staff("onboarder");
    const [late, early] = [await waiting(onboarder, 5), await waiting(onboarder, 50)];
    const { rows, next, previous } = await listReviews(onboarder, start);
    expect(rows.map(({ id }) => id)).toEqual([early, late]);
    expect(rows[0]).toMatchObject({
      submittedBy: "Ana Ruiz",
      submittedAt: expect.stringMatching(/Z$/),
      assignee: null,
      reviewer: null,
      // No logo was given.
      findings: 1,
    });
    expect([next, previous]).toEqual([null, null]);
    expect(await countReviews(onboarder)).toBe(2);
  });

  test("counts a name that another customer has", async () => {
    const onboarder = await staff("onboarder");
    const answers = completeAnswers();
    for (const { applicant, customerId } of [await invited(onboarder), await invited(onboarder)]) {
      await fillIn(applicant, answers);
      await submitForReview(applicant, { customerId, addendumVersion: null });
    }
    const { rows } = await listReviews(onboarder, start);
    // The application's name, the legal entity's, and no logo; the very findings of the page.
    expect(rows.map(({ findings }) => findings)).toEqual([3, 3]);
    const page = await getReview(onboarder, rows[0]?.id ?? "");
    expect(page?.findings.flatMap(({ findings }) => findings)).toHaveLength(3);
  });

  test("is read page by page in both directions, none twice and none left out", async () => {
    const onboarder = await staff("onboarder");
    const rows = Array.from({ length: 45 }, (_, place) => ({
      status: "IN_REVIEW",
      // Some of them at the same instant.
      statusSince: new Date(Date.UTC(2026, 0, 1, 0, Math.floor(place / 3))),
    }));
    const ids = await addCustomers(onboarder, rows);
    const first = await listReviews(onboarder, start);
    const second = await listReviews(onboarder, { ...start, after: first.next });
    const third = await listReviews(onboarder, { ...start, after: second.next });
    const seen = [first, second, third].flatMap((page) => page.rows.map(({ id }) => id));
    expect(seen.toSorted()).toEqual(ids.toSorted());
    expect(third.next).toBeNull();
    const back = await listReviews(onboarder, { ...start, before: third.previous });
    expect(back.rows).toEqual(second.rows);
    expect((await listReviews(onboarder, { ...start, before: back.previous })).previous).toBeNull();
  });

  test("is found by its index", async () => {
    const plan = await db.transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      return tx.execute(sql`explain
        select id from customers where status = 'IN_REVIEW' order by status_since, id limit 21`);
    });
    expect(JSON.stringify(plan)).toContain("customers_status_status_since_id_index");
  });

  test("tells when the last decision was made", async () => {
    const onboarder = await staff("onboarder");
    await decide(onboarder, await waiting(onboarder, 1), approval);
    expect(Date.now() - Date.parse((await lastReviewAt(onboarder)) ?? "")).toBeLessThan(60_000);
  });
});

describe("Review next", () => {
  test("takes the longest waiting, and shows colleagues who is at it", async () => {
    const [mira, bo] = [await staff("onboarder"), await staff("admin")];
    const [late, early] = [await waiting(mira, 5), await waiting(mira, 50)];
    expect(await reviewNext(mira)).toEqual({ id: early });
    expect(await customerRow(early)).toMatchObject({ reviewerId: mira.userId });
    expect((await listReviews(bo, start)).rows[0]?.reviewer).toMatchObject({ id: mira.userId });
    expect(await reviewNext(bo)).toEqual({ id: late });
    expect(await reviewNext(await staff("onboarder"))).toBeNull();
    expect((await auditOf(early)).at(-1)).toBe("review.started");
  });

  test("leaves a colleague's alone, and takes one's own", async () => {
    const [mira, bo] = [await staff("onboarder"), await staff("admin")];
    const [bos, miras] = [await waiting(mira, 50), await waiting(mira, 5)];
    await assignCustomer(mira, { customerId: bos, userId: bo.userId });
    await assignCustomer(mira, { customerId: miras, userId: mira.userId });
    expect(await reviewNext(mira)).toEqual({ id: miras });
  });

  test("takes what somebody left a quarter of an hour ago", async () => {
    const [mira, bo] = [await staff("onboarder"), await staff("admin")];
    const id = await waiting(mira, 50);
    await began(mira, id, 14);
    expect(await reviewNext(bo)).toBeNull();
    await began(mira, id, 16);
    expect(await reviewNext(bo)).toEqual({ id });
  });

  test("two people at once get two customers", async () => {
    const people = [await staff("onboarder"), await staff("admin")];
    for (const minutes of [1, 2]) await waiting(await staff("onboarder"), minutes);
    const taken = await Promise.all(people.map(reviewNext));
    expect(new Set(taken.map((one) => one?.id)).size).toBe(2);
    expect(taken).not.toContain(null);
  });

  test("skips what one handed in, where two people are wanted", async () => {
    const author = await staff("onboarder");
    const customerId = await readyDraft(author);
    await submitForReview(author, { customerId, addendumVersion: null });
    await withSecondPerson({ secondPersonSends: true }, async () => {
      expect(await reviewNext(author)).toBeNull();
      expect(await reviewNext(await staff("onboarder"))).toEqual({ id: customerId });
    });
  });
});

describe("who is at it", () => {
  test("keeps nobody out: a colleague may begin, and decide", async () => {
    const [mira, bo] = [await staff("onboarder"), await staff("admin")];
    const customerId = await waiting(mira, 1);
    await startReview(mira, customerId);
    expect((await getReview(bo, customerId))?.reviewer).toMatchObject({ id: mira.userId });
    expect(await startReview(bo, customerId)).toEqual({ ok: true, value: null });
    expect(await customerRow(customerId)).toMatchObject({ reviewerId: bo.userId });
    expect(await decide(mira, customerId, approval)).toMatchObject({ ok: true });
  });

  test("is nobody where nothing waits", async () => {
    const onboarder = await staff("onboarder");
    const customerId = await waiting(onboarder, 1);
    await decide(onboarder, customerId, approval);
    expect(await startReview(onboarder, customerId)).toEqual({
      ok: false,
      error: { code: "not_in_review", status: "DRAFT" },
    });
    expect(await startReview(onboarder, "cus_no")).toMatchObject({ error: { code: "not_found" } });
  });
});

describe("assigning", () => {
  test("makes it somebody's, and nobody's again", async () => {
    const [mira, bo] = [await staff("onboarder"), await staff("admin")];
    const customerId = await waiting(mira, 1);
    await assignCustomer(mira, { customerId, userId: bo.userId });
    expect((await getReview(mira, customerId))?.assignee).toEqual({ id: bo.userId, name: bo.name });
    await assignCustomer(bo, { customerId, userId: null });
    expect(await customerRow(customerId)).toMatchObject({ assigneeId: null });
    expect((await auditOf(customerId)).slice(-2)).toEqual([
      "customer.assigned",
      "customer.unassigned",
    ]);
  });

  test("is to somebody who may review", async () => {
    const onboarder = await staff("onboarder");
    const customerId = await waiting(onboarder, 1);
    const suspended = await staff("admin");
    await db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, suspended.userId));
    for (const { userId } of [await staff("viewer"), suspended, { userId: "usr_no" }]) {
      expect(await assignCustomer(onboarder, { customerId, userId })).toEqual({
        ok: false,
        error: { code: "no_such_person" },
      });
    }
    const nowhere = { customerId: "cus_no", userId: null };
    expect(await assignCustomer(onboarder, nowhere)).toMatchObject({
      error: { code: "not_found" },
    });
  });
});

test("none of it is for a viewer, an invited customer or the system", async () => {
  const { customerId, applicant } = await handedIn(await staff("onboarder"));
  for (const actor of [await staff("viewer"), stranger, applicant, system]) {
    const acts = [
      () => listReviews(actor, start),
      () => countReviews(actor),
      () => lastReviewAt(actor),
      () => getReview(actor, customerId),
      () => startReview(actor, customerId),
      () => reviewNext(actor),
      () => assignCustomer(actor, { customerId, userId: null }),
    ];
    for (const act of acts) await expect(act()).rejects.toThrow(ForbiddenError);
  }
  expect(await customerRow(customerId)).toMatchObject({ reviewerId: null, assigneeId: null });
});

test("the page says who typed what, and what changed since the last decision", async () => {
  const onboarder = await staff("onboarder");
  const { customerId, applicant } = await handedIn(onboarder);
  expect(await getReview(onboarder, customerId)).toMatchObject({
    before: {},
    past: [],
    authors: { "company.website": { by: "Ana Ruiz" } },
    submission: { by: "Ana Ruiz", toCustomer: true },
    asked: ["company", "contacts", "support", "logo", "redirect-uris"],
  });
  await decide(onboarder, customerId, approval);
  const again = await invited(onboarder, { customerId });
  const patch = { website: "https://moved.example" };
  const change = wholeStep(customerId, "company", {}, { base: 9, patch });
  await saveStep(again.applicant, change);
  await submitForReview(again.applicant, { customerId, addendumVersion: null });
  const page = await getReview(onboarder, customerId);
  expect(page?.before).toMatchObject({ "company.website": "https://harbor.example" });
  expect(page?.before).not.toHaveProperty("company.address.city");
  expect(page?.past).toMatchObject([{ decision: "approved", by: onboarder.name }]);
  expect(applicant.invitationId).not.toBe(again.applicant.invitationId);
});
