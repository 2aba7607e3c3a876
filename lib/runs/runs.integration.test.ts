import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { bulkRuns, invitations, mails, users } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { startOnboarding } from "@/lib/onboarding/start";
import { staff } from "@/scripts/testing/actors";
import { calmPlaid } from "@/scripts/testing/at-plaid";
import { emulator } from "@/scripts/testing/context";
import { addCustomers } from "@/scripts/testing/customers";
import { auditOf, customerRow, sentCustomer } from "@/scripts/testing/drafts";
import { handedIn, invited } from "@/scripts/testing/invitations";
import { mailsTo, withSecondPerson } from "@/scripts/testing/reviews";
import { itemsOf, outcomesOf, performRun, startedRun } from "@/scripts/testing/runs";
import { discardRun, pauseRun, resumeRun, retryFailed, startRun } from "./control";
import { askForRun } from "./create";
import { RUN_ITEMS_MAX } from "./model";
import { getRun, listItems, listRuns } from "./queries";
import { sweepRun } from "./sweep";

const ENABLE = "/partner/customer/enable";

afterEach(calmPlaid);

/** The mails of an invitation went out days ago. */
async function longAgo(invitationId: string): Promise<void> {
  const earlier = { createdAt: sql`${mails.createdAt} - interval '3 days'` };
  await db.update(mails).set(earlier).where(eq(mails.invitationId, invitationId));
}

async function pending(actor: Awaited<ReturnType<typeof staff>>, count: number) {
  const made = [];
  for (let place = 0; place < count; place++) made.push(await sentCustomer(actor));
  return made;
}

describe("asking for a run", () => {
  test("takes those it can be done to, in the order they were chosen, and does nothing yet", async () => {
    const actor = await staff("onboarder");
    const ids = await addCustomers(actor, [
      { companyName: "Alpha", status: "PENDING_ENABLEMENT" },
      { companyName: "Beta", status: "DRAFT" },
      { companyName: "Gamma", status: "PENDING_ENABLEMENT" },
    ]);
    const asked = await askForRun(actor, { kind: "enable", ids: ids.toReversed() });
    if (!asked.ok) throw new Error(asked.error.code);
    const { id } = asked.value;
    const run = await getRun(actor, id);
    expect(run).toMatchObject({ kind: "enable", selected: 3, startedAt: null });
    expect(run?.counts).toMatchObject({ queued: 2, running: 0, done: 0 });
    const { items } = await listItems(actor, { runId: id, after: 0, states: ["queued"] });
    expect(items.map(({ companyName }) => companyName)).toEqual(["Gamma", "Alpha"]);
    await performRun(id);
    expect(await outcomesOf(id)).toEqual(["queued", "queued"]);
    expect((await listRuns(actor, null)).runs.map((one) => one.id)).not.toContain(id);
  });

  test("is refused where nothing can be done, or too much is wanted", async () => {
    const actor = await staff("onboarder");
    const ids = await addCustomers(actor, [{ status: "ACTIVE" }]);
    expect(await askForRun(actor, { kind: "enable", ids })).toEqual({
      ok: false,
      error: { code: "nothing_to_do", selected: 1 },
    });
    const many = Array.from({ length: RUN_ITEMS_MAX + 1 }, (_, place) => `cus_${place}`);
    expect(await askForRun(actor, { kind: "enable", ids: many })).toMatchObject({
      error: { code: "too_many" },
    });
  });

  test("can be taken back until it is started, and goes by itself", async () => {
    const actor = await staff("onboarder");
    const ids = await addCustomers(actor, [{}]);
    const ask = async () => {
      const asked = await askForRun(actor, { kind: "assign", ids });
      return asked.ok ? asked.value.id : "";
    };
    const [first, second] = [await ask(), await ask()];
    expect(await discardRun(actor, first)).toMatchObject({ ok: true });
    expect(await getRun(actor, first)).toBeUndefined();
    await sweepRun(second);
    expect(await getRun(actor, second)).toBeUndefined();
    const started = await startedRun(actor, { kind: "assign", ids });
    expect(await discardRun(actor, started)).toMatchObject({ error: { code: "started_already" } });
    expect(await startRun(actor, { id: started })).toMatchObject({
      error: { code: "started_already" },
    });
  });
});

describe("what a run does", () => {
  test("assigns to somebody who may review, in the name of who started it", async () => {
    const actor = await staff("onboarder");
    const mira = await staff("admin");
    const ids = await addCustomers(actor, [{ companyName: "Alpha" }, { companyName: "Beta" }]);
    const runId = await startedRun(actor, { kind: "assign", ids, assigneeId: mira.userId });
    await performRun(runId);
    expect(await outcomesOf(runId)).toEqual(["done", "done"]);
    for (const id of ids) expect((await customerRow(id)).assigneeId).toBe(mira.userId);
    expect(await getRun(actor, runId)).toMatchObject({ assignee: mira.name, counts: { done: 2 } });
    expect(await auditOf(runId)).toEqual(["run.started"]);

    const asked = await askForRun(actor, { kind: "assign", ids });
    const viewer = await staff("viewer");
    const id = asked.ok ? asked.value.id : "";
    expect(await startRun(actor, { id, assigneeId: viewer.userId })).toMatchObject({
      error: { code: "no_such_person" },
    });
  });

  test("reminds invited people once a day, and sends an expired link anew", async () => {
    const actor = await staff("onboarder");
    const waiting = await invited(actor);
    const expired = await invited(actor);
    const fresh = await invited(actor);
    for (const { applicant } of [waiting, expired]) await longAgo(applicant.invitationId);
    const { invitationId } = expired.applicant;
    await db
      .update(invitations)
      .set({ expiresAt: sql`now() - interval '1 hour'` })
      .where(eq(invitations.id, invitationId));
    const ids = [waiting, expired, fresh].map(({ customerId }) => customerId);
    const runId = await startedRun(actor, { kind: "remind", ids });
    await performRun(runId);
    expect(await outcomesOf(runId)).toEqual(["done", "done", "failed: mailed_lately"]);
    const templates = async (email: string) =>
      (await mailsTo(email)).map(({ template }) => template);
    expect(await templates(waiting.applicant.email)).toEqual(["invitation", "reminder"]);
    expect(await templates(expired.applicant.email)).toEqual(["invitation", "invitation"]);
    const [renewed] = await db.select().from(invitations).where(eq(invitations.id, invitationId));
    expect(renewed?.expiresAt.getTime()).toBeGreaterThan(Date.now());
  });

  test("what changed between choosing and doing is said at the row", async () => {
    const actor = await staff("onboarder");
    const { customerId } = await invited(actor);
    const runId = await startedRun(actor, { kind: "remind", ids: [customerId] });
    await db.execute(sql`update customers set status = 'IN_REVIEW' where id = ${customerId}`);
    await performRun(runId);
    expect(await outcomesOf(runId)).toEqual(["failed: not_with_customer"]);
    const inReview = await handedIn(actor);
    expect(await askForRun(actor, { kind: "remind", ids: [inReview.customerId] })).toMatchObject({
      error: { code: "nothing_to_do" },
    });
  });

  test("enables those that Plaid enables, and keeps Plaid's reason for the others", async () => {
    const actor = await staff("onboarder");
    const [first, refused, last] = await pending(actor, 3);
    if (!first || !refused || !last) throw new Error("Three were made");
    await emulator.faults([
      {
        endpoint: ENABLE,
        kind: "partner-error",
        code: "QUESTIONNAIRE_NOT_COMPLETE",
        containing: refused.clientId,
      },
    ]);
    const ids = [first, refused, last].map(({ id }) => id);
    const runId = await startedRun(actor, { kind: "enable", ids });
    await performRun(runId);
    expect(await outcomesOf(runId)).toEqual(["done", "failed: refused", "done"]);
    expect((await itemsOf(runId))[1]?.reason).toMatchObject({
      problem: { code: "QUESTIONNAIRE_NOT_COMPLETE" },
    });

    await calmPlaid();
    expect(await retryFailed(actor, runId)).toMatchObject({ ok: true });
    await performRun(runId);
    expect(await outcomesOf(runId)).toEqual(["done", "done", "done"]);
    expect((await customerRow(refused.id)).status).toBe("ACTIVE");
  });

  test("an answer that never came is unknown, and nothing enables it again", async () => {
    const actor = await staff("onboarder");
    const [lost] = await pending(actor, 1);
    if (!lost) throw new Error("One was made");
    await emulator.faults([
      { endpoint: ENABLE, kind: "drop-before", containing: lost.clientId },
      { endpoint: "/partner/customer/get", kind: "latency", ms: 1 },
    ]);
    const runId = await startedRun(actor, { kind: "enable", ids: [lost.id] });
    await performRun(runId);
    expect(await outcomesOf(runId)).toEqual(["unknown: unknown"]);
    await retryFailed(actor, runId);
    await performRun(runId);
    expect(await outcomesOf(runId)).toEqual(["unknown: unknown"]);
    expect(await enableCalls(lost.clientId)).toBe(1);
  });

  test("asked too often by Plaid's measure, it waits and goes on", async () => {
    const actor = await staff("onboarder");
    const [one] = await pending(actor, 1);
    if (!one) throw new Error("One was made");
    await emulator.faults([{ endpoint: ENABLE, kind: "429", times: 1, containing: one.clientId }]);
    const runId = await startedRun(actor, { kind: "enable", ids: [one.id] });
    await performRun(runId);
    expect(await outcomesOf(runId)).toEqual(["queued"]);
    await performRun(runId);
    expect(await outcomesOf(runId)).toEqual(["done"]);
  });

  test("where enabling takes two people, one run is the first press of each", async () => {
    const [bo, mira] = [await staff("onboarder"), await staff("admin")];
    const [one] = await pending(bo, 1);
    if (!one) throw new Error("One was made");
    await withSecondPerson({ secondPersonEnables: true }, async () => {
      const first = await startedRun(bo, { kind: "enable", ids: [one.id] });
      await performRun(first);
      expect(await outcomesOf(first)).toEqual(["failed: second_person"]);
      await retryFailed(bo, first);
      await performRun(first);
      expect(await outcomesOf(first)).toEqual(["failed: second_person"]);
      const second = await startedRun(mira, { kind: "enable", ids: [one.id] });
      await performRun(second);
      expect(await outcomesOf(second)).toEqual(["done"]);
    });
  });
});

describe("pausing", () => {
  test("nothing more is begun until who started it goes on", async () => {
    const [actor, other] = [await staff("onboarder"), await staff("admin")];
    const ids = await addCustomers(actor, [{}, {}, {}]);
    const runId = await startedRun(actor, { kind: "assign", ids, assigneeId: other.userId });
    await performRun(runId, 1);
    expect(await pauseRun(other, runId)).toMatchObject({ ok: true });
    await performRun(runId);
    expect(await outcomesOf(runId)).toEqual(["done", "queued", "queued"]);
    expect(await resumeRun(other, runId)).toMatchObject({
      error: { code: "not_yours", person: actor.name },
    });
    await performRun(runId);
    expect(await outcomesOf(runId)).toEqual(["done", "queued", "queued"]);
    expect(await resumeRun(actor, runId)).toMatchObject({ ok: true });
    await performRun(runId);
    expect(await outcomesOf(runId)).toEqual(["done", "done", "done"]);
    expect(await auditOf(runId)).toEqual(["run.started", "run.paused", "run.resumed"]);
  });

  test("an item that the loop had claimed already is not begun either", async () => {
    const actor = await staff("onboarder");
    const ids = await addCustomers(actor, [{}]);
    const runId = await startedRun(actor, { kind: "assign", ids });
    await db.update(bulkRuns).set({ pausedAt: sql`now()` }).where(eq(bulkRuns.id, runId));
    await performRun(runId);
    expect(await itemsOf(runId)).toMatchObject([{ state: "queued", dueAt: null }]);
  });
});

describe("in whose name", () => {
  test("whoever is suspended midway acts no more", async () => {
    const actor = await staff("onboarder");
    const ids = await addCustomers(actor, [{}, {}]);
    const runId = await startedRun(actor, { kind: "assign", ids, assigneeId: actor.userId });
    await performRun(runId, 1);
    await db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, actor.userId));
    await performRun(runId);
    expect(await outcomesOf(runId)).toEqual(["done", "failed: person_gone"]);
    expect((await customerRow(ids[1] ?? "")).assigneeId).toBeNull();
  });

  test("whoever may do less midway does less", async () => {
    const actor = await staff("onboarder");
    const [first, second] = await pending(actor, 2);
    if (!first || !second) throw new Error("Two were made");
    const runId = await startedRun(actor, { kind: "enable", ids: [first.id, second.id] });
    await performRun(runId, 1);
    await db.update(users).set({ role: "viewer" }).where(eq(users.id, actor.userId));
    await performRun(runId);
    expect(await outcomesOf(runId)).toEqual(["done", "failed: forbidden"]);
    expect((await customerRow(second.id)).status).toBe("PENDING_ENABLEMENT");
    expect(await enableCalls(second.clientId)).toBe(0);
  });

  test("a viewer can ask for nothing", async () => {
    const viewer = await staff("viewer");
    const { id } = await startOnboarding(await staff("onboarder"));
    await expect(askForRun(viewer, { kind: "assign", ids: [id] })).rejects.toThrow(ForbiddenError);
  });
});

async function enableCalls(clientId: string): Promise<number> {
  const requests = await emulator.requests<{ path: string; body: Record<string, unknown> }[]>();
  return requests.filter(
    ({ path, body }) => path === ENABLE && body.end_customer_client_id === clientId,
  ).length;
}
