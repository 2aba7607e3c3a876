import { asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bulkItems } from "@/db/schema";
import { startRun } from "@/lib/runs/control";
import { askForRun } from "@/lib/runs/create";
import type { ChosenKind } from "@/lib/runs/model";
import { performItem } from "@/lib/runs/perform";
import type { Staff } from "./actors";

const { signal } = new AbortController();

type Wanted = { kind: ChosenKind; ids: string[]; assigneeId?: string };

/** A run that was started; nothing of it is done before `performRun`, or a loop, does it. */
export async function startedRun(actor: Staff, { assigneeId, ...wanted }: Wanted): Promise<string> {
  const asked = await askForRun(actor, wanted);
  if (!asked.ok) throw new Error(`Nothing was asked for: ${asked.error.code}`);
  const { id } = asked.value;
  const started = await startRun(actor, { id, assigneeId: assigneeId ?? null });
  if (!started.ok) throw new Error(`The run was not started: ${started.error.code}`);
  return id;
}

export function itemsOf(runId: string) {
  return db
    .select()
    .from(bulkItems)
    .where(eq(bulkItems.runId, runId))
    .orderBy(asc(bulkItems.position));
}

/** What the loop would do now, in order; `max` items of it. */
export async function performRun(runId: string, max = Number.POSITIVE_INFINITY): Promise<void> {
  await db
    .update(bulkItems)
    .set({ dueAt: sql`now()` })
    .where(sql`run_id = ${runId} and due_at is not null`);
  const due = (await itemsOf(runId)).filter(({ dueAt }) => dueAt !== null);
  for (const { id } of due.slice(0, max)) await performItem(id, signal);
}

export async function outcomesOf(runId: string): Promise<string[]> {
  return (await itemsOf(runId)).map(({ state, reason }) =>
    reason ? `${state}: ${reason.code}` : state,
  );
}
