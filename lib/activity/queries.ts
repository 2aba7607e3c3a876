import "server-only";
import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { auditEntries, auditPeople, institutionChanges, institutions } from "@/db/schema";
import { nameOfActor } from "@/lib/audit/model";
import { actorColumns, ofEntry } from "@/lib/audit/person";
import { authorize } from "@/lib/auth/actor";
import { type Actor, may } from "@/lib/auth/model";
import { readEdits } from "./edits";
import { type ActivityEntry, type ActivityPage, BANK_CHANGED, WINDOW } from "./model";
import { decodePosition, encodePosition, type Position } from "./position";

const PAGE_SIZE = 50;

/** An entry and where it stands in its own table. */
type Placed = { entry: ActivityEntry; at: number } & (
  | { seq: number }
  | { change: { micros: string; id: string } }
);

type Wanted = {
  /** The `older` of the page above. */
  before?: string | null;
  /** Looked for among the next events, a thousand at most. */
  matches?: (entry: ActivityEntry) => boolean;
  /** How many at most. */
  size?: number;
};

/** What happened to one customer and at its banks, latest first. */
export async function listActivity(
  actor: Actor,
  customerId: string,
  { before = null, matches, size = PAGE_SIZE }: Wanted = {},
): Promise<ActivityPage> {
  authorize(actor, "customer.read");
  const from = decodePosition(before);
  const limit = matches ? WINDOW : size + 1;
  const [acts, changes] = await Promise.all([
    readActs(olderActs(customerId, from), limit),
    readChanges(olderChanges(customerId, from), limit),
  ]);
  // The newest of each make the newest of all: nothing older can lie between them.
  const merged = [...acts, ...changes].toSorted((a, b) => b.at - a.at).slice(0, limit);
  const { shown, end } = take(merged, size, matches);
  const passed = merged.slice(0, end);
  const more = end < merged.length || merged.length === limit;
  return {
    entries: await withEdits(actor, customerId, shown),
    older: more ? encodePosition(positionAfter(passed, from)) : null,
  };
}

/** One event by its id; undefined where this customer has none. */
export async function findActivity(
  actor: Actor,
  customerId: string,
  id: string,
): Promise<ActivityEntry | undefined> {
  authorize(actor, "customer.read");
  const own = /^\d{1,15}$/.test(id)
    ? readActs(and(eq(auditEntries.subject, customerId), eq(auditEntries.seq, Number(id))), 1)
    : readChanges(
        and(
          eq(institutionChanges.customerId, customerId),
          eq(institutionChanges.id, id.replaceAll("\0", "")),
        ),
        1,
      );
  const found = (await own).map(({ entry }) => entry);
  return (await withEdits(actor, customerId, found))[0];
}

function take(merged: Placed[], size: number, matches: Wanted["matches"]) {
  const shown: ActivityEntry[] = [];
  let end = 0;
  while (end < merged.length && shown.length < size) {
    const entry = merged[end]?.entry;
    if (entry && (!matches || matches(entry))) shown.push(entry);
    end += 1;
  }
  return { shown, end };
}

function positionAfter(passed: Placed[], from: Position): Position {
  const act = passed.findLast((one) => "seq" in one);
  const change = passed.findLast((one) => "change" in one);
  return {
    seq: act && "seq" in act ? act.seq : from.seq,
    change: change && "change" in change ? change.change : from.change,
  };
}

function olderActs(customerId: string, { seq }: Position): SQL | undefined {
  return and(
    eq(auditEntries.subject, customerId),
    seq === null ? undefined : lt(auditEntries.seq, seq),
  );
}

function olderChanges(customerId: string, { change }: Position): SQL | undefined {
  return and(
    eq(institutionChanges.customerId, customerId),
    change === null
      ? undefined
      : sql`(${institutionChanges.at}, ${institutionChanges.id}) <
          (timestamptz 'epoch' + ${change.micros}::bigint * interval '1 microsecond', ${change.id})`,
  );
}

const sources = {
  staff: "person",
  applicant: "customer",
  recipient: "customer",
  system: "scheduler",
} as const;

async function readActs(where: SQL | undefined, limit: number): Promise<Placed[]> {
  const rows = await db
    .select({
      seq: auditEntries.seq,
      at: auditEntries.at,
      ...actorColumns,
      action: auditEntries.action,
      details: auditEntries.details,
    })
    .from(auditEntries)
    .leftJoin(auditPeople, ofEntry)
    .where(where)
    // As the index says it: PostgreSQL uses it only for an order that says so too.
    .orderBy(sql`${auditEntries.seq} desc nulls last`)
    .limit(limit);
  return rows.map(({ seq, at, actorKind, actorId, name, ...entry }) => ({
    seq,
    at: at.getTime(),
    entry: {
      ...entry,
      id: String(seq),
      at: at.toISOString(),
      actor: nameOfActor({ actorKind, actorId, name }),
      source: actorId === "webhook" ? "webhook" : sources[actorKind],
      edits: [],
    },
  }));
}

/** Who tells of a bank: Plaid by itself, our regular question, or a person's. */
const tellers = {
  webhook: { source: "webhook", job: "webhook" },
  poll: { source: "scheduler", job: "poll" },
  check: { source: "check", job: null },
} as const;

function tellerOf(told: keyof typeof tellers): Pick<ActivityEntry, "source" | "actor"> {
  const { source, job } = tellers[told];
  const actor = job ? nameOfActor({ actorKind: "system", actorId: job, name: null }) : "";
  return { source, actor };
}

async function readChanges(where: SQL | undefined, limit: number): Promise<Placed[]> {
  const rows = await db
    .select({
      id: institutionChanges.id,
      at: institutionChanges.at,
      micros: sql<string>`(extract(epoch from ${institutionChanges.at}) * 1000000)::bigint::text`,
      source: institutionChanges.source,
      status: institutionChanges.status,
      institutionId: institutionChanges.institutionId,
      name: institutions.name,
    })
    .from(institutionChanges)
    .leftJoin(
      institutions,
      and(
        eq(institutions.customerId, institutionChanges.customerId),
        eq(institutions.institutionId, institutionChanges.institutionId),
      ),
    )
    .where(where)
    .orderBy(desc(institutionChanges.at), desc(institutionChanges.id))
    .limit(limit);
  return rows.map(({ id, at, micros, source, status, institutionId, name }) => ({
    change: { micros, id },
    at: at.getTime(),
    entry: {
      ...{ id, at: at.toISOString(), ...tellerOf(source), action: BANK_CHANGED, edits: [] },
      details: { bank: name ?? institutionId, to: status },
    },
  }));
}

/** Only of what is shown: the log itself holds no answers. */
async function withEdits(
  actor: Actor,
  customerId: string,
  entries: ActivityEntry[],
): Promise<ActivityEntry[]> {
  const editors = entries.flatMap(({ details }) => details.editor ?? []);
  const edits = await readEdits(customerId, editors, may(actor, "contact.read"));
  return entries.map((entry) => ({ ...entry, edits: edits.get(entry.details.editor ?? "") ?? [] }));
}
