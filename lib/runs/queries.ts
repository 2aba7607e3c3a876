import "server-only";
import { and, asc, desc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { bulkItems, bulkRuns, customers, users } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { secondPerson } from "@/lib/onboarding/partner";
import { reviewers } from "@/lib/reviews/assign";
import type { Person } from "@/lib/reviews/model";
import {
  type ItemPage,
  type ItemState,
  type ItemView,
  itemStates,
  type RunCounts,
  type RunKind,
  type RunView,
} from "./model";

const ITEMS_SHOWN = 100;
const RUNS_SHOWN = 25;

const assignees = alias(users, "assignees");

/** A run has at most RUN_ITEMS_MAX items, so counting them is bounded. */
const counts = sql<Partial<RunCounts>>`(
  select coalesce(jsonb_object_agg(state, n), '{}') from (
    select state, count(*) as n from bulk_items where run_id = ${bulkRuns.id} group by state
  ) states
)`;

const runColumns = {
  id: bulkRuns.id,
  kind: bulkRuns.kind,
  selected: bulkRuns.selected,
  createdAt: bulkRuns.createdAt,
  startedAt: bulkRuns.startedAt,
  pausedAt: bulkRuns.pausedAt,
  person: { id: users.id, name: users.name },
  assignee: assignees.name,
  counts,
};

function selectRuns() {
  return db
    .select(runColumns)
    .from(bulkRuns)
    .innerJoin(users, eq(users.id, bulkRuns.userId))
    .leftJoin(assignees, eq(assignees.id, bulkRuns.assigneeId))
    .$dynamic();
}

type FoundRun = Awaited<ReturnType<typeof selectRuns>>[number];

export async function getRun(actor: Actor, id: string): Promise<RunView | undefined> {
  authorize(actor, "customer.bulk");
  if (id.includes("\0")) return undefined;
  const [run] = await selectRuns().where(eq(bulkRuns.id, id));
  return run && toView(run);
}

/** What the question before a run needs to know: to whom it may go, and whether one press is enough. */
export async function getAsking(
  actor: Actor,
  kind: RunKind,
): Promise<{ people: Person[]; twoPeople: boolean }> {
  authorize(actor, "customer.bulk");
  return {
    people: kind === "assign" ? await reviewers(db) : [],
    twoPeople: kind === "enable" && (await secondPerson(db)).enables,
  };
}

/** Latest first; `before` is the id of the last one on the page before. What nobody started is left out. */
export async function listRuns(
  actor: Actor,
  before: string | null,
): Promise<{ runs: RunView[]; next: string | null }> {
  authorize(actor, "customer.bulk");
  const found = await selectRuns()
    // Ids are in the order of creation.
    .where(
      and(sql`${bulkRuns.startedAt} is not null`, before ? lt(bulkRuns.id, before) : undefined),
    )
    .orderBy(desc(bulkRuns.id))
    .limit(RUNS_SHOWN + 1);
  const runs = found.slice(0, RUNS_SHOWN).map(toView);
  return { runs, next: found.length > RUNS_SHOWN ? (runs.at(-1)?.id ?? null) : null };
}

/** Items in their order, from the one after `after` on; only of these states, where some are named. */
export async function listItems(
  actor: Actor,
  { runId, after, states }: { runId: string; after: number; states: readonly ItemState[] },
): Promise<ItemPage> {
  authorize(actor, "customer.bulk");
  const found = await readItems(runId, { after, states, limit: ITEMS_SHOWN + 1 });
  const items = found.slice(0, ITEMS_SHOWN).map(({ clientId: _, ...item }) => item);
  return { items, next: found.length > ITEMS_SHOWN ? (items.at(-1)?.position ?? null) : null };
}

export type ResultRow = ItemView & { clientId: string | null };

/** Everything that came of a run. */
export async function listResults(actor: Actor, runId: string): Promise<ResultRow[]> {
  authorize(actor, "customer.bulk");
  return readItems(runId, { after: 0, states: itemStates, limit: null });
}

type Wanted = { after: number; states: readonly ItemState[]; limit: number | null };

async function readItems(runId: string, { after, states, limit }: Wanted): Promise<ResultRow[]> {
  const query = db
    .select({
      position: bulkItems.position,
      // A draft that is not made yet cannot be opened.
      customerId: customers.id,
      clientId: customers.clientId,
      companyName: bulkItems.companyName,
      state: bulkItems.state,
      reason: bulkItems.reason,
      finishedAt: bulkItems.finishedAt,
    })
    .from(bulkItems)
    .leftJoin(customers, eq(customers.id, bulkItems.customerId))
    .where(
      and(
        eq(bulkItems.runId, runId),
        gt(bulkItems.position, after),
        states.length < itemStates.length ? inArray(bulkItems.state, [...states]) : undefined,
      ),
    )
    .orderBy(asc(bulkItems.position))
    .$dynamic();
  const found = await (limit === null ? query : query.limit(limit));
  return found.map((item) => ({ ...item, finishedAt: item.finishedAt?.toISOString() ?? null }));
}

function toView({ createdAt, startedAt, pausedAt, counts: found, ...run }: FoundRun): RunView {
  // One entry for every state.
  const counted = Object.fromEntries(
    itemStates.map((state) => [state, found[state] ?? 0]),
  ) as RunCounts;
  return {
    ...run,
    counts: counted,
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    pausedAt: pausedAt?.toISOString() ?? null,
  };
}
