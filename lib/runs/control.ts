import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { bulkItems, bulkRuns, users } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import { requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import type { Actor, SignInAgain, StaffActor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { fail, ok, type Result } from "@/lib/result";
import { reviewers } from "@/lib/reviews/assign";
import type { ItemState, RunError, RunKind } from "./model";

/** For how long a run and its result can be looked at. */
const KEPT_DAYS = 90;

/**
 * Seconds between the moments at which items become due: a long run leaves room for one that is
 * started after it. Enabling asks Plaid at least twice, within the loop's two calls a second.
 */
const PACE_SECONDS: Record<RunKind, number> = {
  remind: 0.005,
  assign: 0.005,
  import: 0.005,
  enable: 1,
};

type Start = { id: string /** Of an assignment; null for nobody. */; assigneeId?: string | null };

/** From now on the loop does it, in this person's name. */
export async function startRun(
  actor: Actor,
  { id, assigneeId = null }: Start,
): Promise<Result<null, RunError>> {
  authorize(actor, "customer.bulk");

  return db.transaction(async (tx) => {
    const run = await lockRun(tx, id);
    if (!run) return fail({ code: "not_found" });
    if (run.startedAt) return fail({ code: "started_already" });
    if (run.kind === "assign" && assigneeId && !(await mayReview(tx, assigneeId))) {
      return fail({ code: "no_such_person" });
    }
    const fresh = await freshFor(tx, actor, run.kind);
    if (!fresh.ok) return fresh;
    const begun = {
      startedAt: sql`now()`,
      dueAt: sql`now() + make_interval(days => ${KEPT_DAYS})`,
    };
    await tx
      .update(bulkRuns)
      .set({ ...begun, assigneeId })
      .where(eq(bulkRuns.id, id));
    await goOn(tx, actor, { ...run, states: ["queued"], action: "run.started" });
    return ok(null);
  });
}

/** Nothing more is begun; what is being done right now ends. Anybody may stop a run. */
export async function pauseRun(actor: Actor, id: string): Promise<Result<null, RunError>> {
  authorize(actor, "customer.bulk");

  return db.transaction(async (tx) => {
    const run = await lockRun(tx, id);
    if (!run?.startedAt) return fail({ code: "not_found" });
    if (run.pausedAt) return ok(null);
    await tx.update(bulkRuns).set({ pausedAt: sql`now()` }).where(eq(bulkRuns.id, id));
    await tx
      .update(bulkItems)
      .set({ dueAt: null })
      .where(and(eq(bulkItems.runId, id), eq(bulkItems.state, "queued")));
    await recordAudit(tx, actor, { action: "run.paused", subject: id });
    await announce(tx, id);
    return ok(null);
  });
}

export async function resumeRun(actor: Actor, id: string): Promise<Result<null, RunError>> {
  authorize(actor, "customer.bulk");
  return again(actor, id, { states: ["queued"], action: "run.resumed" });
}

/** What failed is tried once more. What is unknown is not: somebody has to look first. */
export async function retryFailed(actor: Actor, id: string): Promise<Result<null, RunError>> {
  authorize(actor, "customer.bulk");
  return again(actor, id, { states: ["queued", "failed"], action: "run.retried" });
}

/** Takes back what was asked for and never started. */
export async function discardRun(actor: Actor, id: string): Promise<Result<null, RunError>> {
  authorize(actor, "customer.bulk");
  const discarded = await db
    .delete(bulkRuns)
    .where(and(eq(bulkRuns.id, id), isNull(bulkRuns.startedAt)))
    .returning({ id: bulkRuns.id });
  return discarded.length > 0 ? ok(null) : fail({ code: "started_already" });
}

type Going = { states: ItemState[]; action: string };

async function again(actor: StaffActor, id: string, going: Going): Promise<Result<null, RunError>> {
  return db.transaction(async (tx) => {
    const run = await lockRun(tx, id);
    if (!run?.startedAt) return fail({ code: "not_found" });
    if (run.userId !== actor.userId) return fail({ code: "not_yours", person: run.person });
    if (going.action === "run.resumed" && !run.pausedAt) return ok(null);
    const fresh = await freshFor(tx, actor, run.kind);
    if (!fresh.ok) return fresh;
    await goOn(tx, actor, { ...run, ...going });
    return ok(null);
  });
}

/** Makes items due one after the other, in the name of whoever is at the keyboard now. */
async function goOn(
  tx: Transaction,
  actor: StaffActor,
  { id, kind, states, action }: Going & { id: string; kind: RunKind },
): Promise<void> {
  const { userId, authenticatedAt, origin } = actor;
  await tx
    .update(bulkRuns)
    .set({ userId, authenticatedAt, ...origin, pausedAt: null })
    .where(eq(bulkRuns.id, id));
  const place = tx.$with("place").as(
    tx
      .select({
        id: bulkItems.id,
        place: sql<number>`row_number() over (order by ${bulkItems.position})`.as("place"),
      })
      .from(bulkItems)
      .where(and(eq(bulkItems.runId, id), inArray(bulkItems.state, states))),
  );
  await tx
    .with(place)
    .update(bulkItems)
    .set({
      state: "queued",
      reason: null,
      startedAt: null,
      finishedAt: null,
      failures: 0,
      dueAt: sql`now() + ${place.place} * ${PACE_SECONDS[kind]}::float8 * interval '1 second'`,
    })
    .from(place)
    .where(eq(bulkItems.id, place.id));
  await recordAudit(tx, actor, { action, subject: id, details: { kind } });
  await announce(tx, id);
  await tx.execute(sql`select pg_notify('vestibule_work', 'runs')`);
}

/** What cannot be taken back wants a fresh sign-in, here for all items at once. */
async function freshFor(
  tx: Transaction,
  actor: StaffActor,
  kind: RunKind,
): Promise<Result<null, SignInAgain>> {
  return kind === "enable" ? requireFreshSignIn(actor, tx) : ok(null);
}

async function lockRun(tx: Transaction, id: string) {
  const [run] = await tx
    .select({
      id: bulkRuns.id,
      kind: bulkRuns.kind,
      startedAt: bulkRuns.startedAt,
      pausedAt: bulkRuns.pausedAt,
      userId: bulkRuns.userId,
      person: users.name,
    })
    .from(bulkRuns)
    .innerJoin(users, eq(users.id, bulkRuns.userId))
    .where(eq(bulkRuns.id, id))
    .for("update", { of: bulkRuns });
  return run;
}

async function mayReview(tx: Transaction, userId: string): Promise<boolean> {
  return (await reviewers(tx)).some(({ id }) => id === userId);
}
