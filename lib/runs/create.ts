import "server-only";
import { and, inArray, notInArray, type SQL, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { bulkItems, bulkRuns, customers } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor, StaffActor } from "@/lib/auth/model";
import { fail, ok, type Result } from "@/lib/result";
import { type ChosenKind, RUN_ITEMS_MAX, type RunError, type RunKind } from "./model";

/** Rows of one insert; PostgreSQL takes 65,535 parameters. */
const BATCH = 1_000;

/** What is only asked for and never started goes by itself. */
const ASKED_FOR_HOURS = 24;

/** Which customers an act can be done to at all; what comes of each is decided when it is done. */
const possible: Record<ChosenKind, SQL | undefined> = {
  remind: inArray(customers.status, ["INVITED", "CUSTOMER_EDITING", "CHANGES_REQUESTED"]),
  assign: notInArray(customers.status, ["REMOVED"]),
  enable: inArray(customers.status, ["PENDING_ENABLEMENT"]),
};

/** Puts chosen customers on a list to act on. Nothing happens to them before it is started. */
export async function askForRun(
  actor: Actor,
  { kind, ids }: { kind: ChosenKind; ids: string[] },
): Promise<Result<{ id: string }, RunError>> {
  authorize(actor, "customer.bulk");
  const chosen = [...new Set(ids)];
  if (chosen.length > RUN_ITEMS_MAX) return fail({ code: "too_many", max: RUN_ITEMS_MAX });

  return db.transaction(async (tx) => {
    const found = await tx
      .select({ id: customers.id, companyName: customers.companyName })
      .from(customers)
      .where(and(inArray(customers.id, chosen), possible[kind]));
    if (found.length === 0) return fail({ code: "nothing_to_do", selected: chosen.length });
    const place = new Map(chosen.map((id, index) => [id, index]));
    const inOrder = found.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
    const items = inOrder.map(({ id, companyName }) => ({ customerId: id, companyName }));
    return ok({ id: await addRun(tx, actor, { kind, selected: chosen.length, items }) });
  });
}

type NewItem = Pick<typeof bulkItems.$inferInsert, "customerId" | "companyName" | "patches">;

/** A run that waits to be started, with its items in this order. */
export async function addRun(
  tx: Transaction,
  { userId, authenticatedAt, origin }: StaffActor,
  { kind, selected, items }: { kind: RunKind; selected: number; items: NewItem[] },
): Promise<string> {
  const dueAt = sql`now() + make_interval(hours => ${ASKED_FOR_HOURS})`;
  const [run] = await tx
    .insert(bulkRuns)
    .values({ kind, selected, userId, authenticatedAt, ...origin, dueAt })
    .returning({ id: bulkRuns.id });
  if (!run) throw new Error("The run was not written");
  const rows = items.map((item, index) => ({ ...item, runId: run.id, position: index + 1 }));
  for (let start = 0; start < rows.length; start += BATCH) {
    await tx.insert(bulkItems).values(rows.slice(start, start + BATCH));
  }
  return run.id;
}
