import "server-only";
import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { bulkItems, bulkRuns, users } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import type { StaffActor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { describeFailure, log } from "@/lib/log";
import { takeCall } from "@/lib/work/budget";
import { FAILURES_MAX } from "@/lib/work/claim";
import { acts, type Outcome } from "./acts";

/** Enabling asks for the status, then enables: two calls of the Partner API. */
const CALLS_OF_ENABLING = 2;

/**
 * Does one item of a run as the person who started it, through the same function as a single act.
 * Whether that person still may is asked anew each time; work of the loop.
 */
export async function performItem(id: string, signal: AbortSignal): Promise<void> {
  if (!(await withinBudget(id, signal))) return;
  const begun = await db.transaction((tx) => begin(tx, id));
  if (!begun) return;
  await finish(begun, await attempt(begun));
}

type Begun = Awaited<ReturnType<typeof read>> & {
  /** It was begun before, by a process that did not live to tell. */
  interrupted: boolean;
};

/** Waits before the item is begun: a process that stops meanwhile leaves it untouched. */
async function withinBudget(id: string, signal: AbortSignal): Promise<boolean> {
  const [item] = await db
    .select({ kind: bulkRuns.kind })
    .from(bulkItems)
    .innerJoin(bulkRuns, eq(bulkRuns.id, bulkItems.runId))
    .where(eq(bulkItems.id, id));
  const calls = item?.kind === "enable" ? CALLS_OF_ENABLING : 0;
  try {
    for (let call = 0; call < calls; call++) await takeCall("poll", signal);
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}

async function read(tx: Transaction, id: string) {
  const [found] = await tx
    .select({
      id: bulkItems.id,
      runId: bulkItems.runId,
      position: bulkItems.position,
      customerId: bulkItems.customerId,
      patches: bulkItems.patches,
      state: bulkItems.state,
      startedAt: bulkItems.startedAt,
      failures: bulkItems.failures,
      kind: bulkRuns.kind,
      assigneeId: bulkRuns.assigneeId,
      pausedAt: bulkRuns.pausedAt,
      authenticatedAt: bulkRuns.authenticatedAt,
      origin: { ip: bulkRuns.ip, userAgent: bulkRuns.userAgent },
      person: {
        userId: users.id,
        name: users.name,
        email: users.email,
        role: users.role,
        suspendedAt: users.suspendedAt,
      },
    })
    .from(bulkItems)
    .innerJoin(bulkRuns, eq(bulkRuns.id, bulkItems.runId))
    .innerJoin(users, eq(users.id, bulkRuns.userId))
    .where(eq(bulkItems.id, id))
    .for("update", { of: bulkItems });
  if (!found) throw new Error(`There is no item ${id}`);
  return found;
}

/** Undefined when there is nothing to do: it is over, or the run was paused. */
async function begin(tx: Transaction, id: string): Promise<Begun | undefined> {
  const item = await read(tx, id);
  const interrupted = item.state === "running";
  const waits = item.state === "queued" && !item.pausedAt;
  if (!interrupted && !waits) {
    await tx.update(bulkItems).set({ dueAt: null }).where(eq(bulkItems.id, id));
    return undefined;
  }
  if (waits) {
    const running = { state: "running", startedAt: sql`now()` } as const;
    await tx.update(bulkItems).set(running).where(eq(bulkItems.id, id));
    await announce(tx, item.runId);
  }
  return { ...item, interrupted };
}

async function attempt(item: Begun): Promise<Outcome> {
  const { suspendedAt, ...person } = item.person;
  if (suspendedAt) return { state: "failed", reason: { code: "person_gone" } };
  const { authenticatedAt, origin } = item;
  const actor: StaffActor = {
    kind: "staff",
    ...person,
    ...{ authenticatedAt, secondFactorAt: null, origin },
  };
  try {
    return await acts[item.kind](actor, item);
  } catch (error) {
    if (error instanceof ForbiddenError) {
      return { state: "failed", reason: { code: "forbidden" } };
    }
    // An outage: the loop tries again. What fails of itself is said instead of tried for ever.
    if (item.failures + 1 < FAILURES_MAX) throw error;
    log.error({ item: item.id, failure: describeFailure(error) }, "item of a run failed");
    return { state: "failed", reason: { code: "unexpected" } };
  }
}

async function finish({ id, runId }: Begun, outcome: Outcome): Promise<void> {
  await db.transaction(async (tx) => {
    if (outcome.state === "later") {
      const { seconds, as } = outcome;
      const dueAt = sql`now() + ${seconds} * interval '1 second'`;
      await tx.update(bulkItems).set({ state: as, dueAt }).where(eq(bulkItems.id, id));
      return;
    }
    const { state, reason = null } = outcome;
    await tx
      .update(bulkItems)
      .set({
        state,
        reason,
        finishedAt: sql`now()`,
        dueAt: null,
        lastFailure: null,
        ...(state === "done" && { patches: null }),
      })
      .where(eq(bulkItems.id, id));
    await announce(tx, runId);
  });
}
