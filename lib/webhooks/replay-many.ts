import "server-only";
import { and, eq, gte, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { deliveries } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import { requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import type { Actor } from "@/lib/auth/model";
import { newId } from "@/lib/id";
import { fail, ok, type Result } from "@/lib/result";
import { REPLAYS_MAX, type ReplayError, type ReplayView } from "./model";
import { dueAgain } from "./replay";

/** One a second leaves half of what the loop may ask Plaid to what comes meanwhile. */
const PACE_SECONDS = 1;

/** What waits for a person. */
const stuck = ["failed", "orphan"] as const;

function stuckSince(since: Date) {
  return and(inArray(deliveries.verdict, [...stuck]), gte(deliveries.receivedAt, since));
}

/** How many have failed or found no customer since then, counted no further than one press replays. */
export async function countStuck(
  actor: Actor,
  since: Date,
): Promise<{ failed: number; orphans: number; more: boolean }> {
  authorize(actor, "webhook.replay");
  const [failed, orphans] = await Promise.all(
    stuck.map(async (verdict) => {
      const found = await db
        .select({ id: deliveries.id })
        .from(deliveries)
        .where(and(eq(deliveries.verdict, verdict), gte(deliveries.receivedAt, since)))
        .limit(REPLAYS_MAX + 1);
      return found.length;
    }),
  );
  const counts = { failed: failed ?? 0, orphans: orphans ?? 0 };
  return { ...counts, more: counts.failed + counts.orphans > REPLAYS_MAX };
}

/** Has the work loop do them again one after the other, oldest first; REPLAYS_MAX of them at most. */
export async function replayStuck(
  actor: Actor,
  since: Date,
): Promise<Result<{ id: string }, ReplayError>> {
  authorize(actor, "webhook.replay");
  const fresh = await requireFreshSignIn(actor);
  if (!fresh.ok) return fresh;

  return db.transaction(async (tx) => {
    const id = newId("rpl");
    const oldest = tx.$with("oldest").as(
      tx
        .select({
          id: deliveries.id,
          place:
            sql<number>`row_number() over (order by ${deliveries.receivedAt}, ${deliveries.id})`.as(
              "place",
            ),
        })
        .from(deliveries)
        .where(stuckSince(since))
        .orderBy(deliveries.receivedAt, deliveries.id)
        .limit(REPLAYS_MAX),
    );
    const replayed = await tx
      .with(oldest)
      .update(deliveries)
      .set({
        ...dueAgain,
        replayId: id,
        dueAt: sql`now() + make_interval(secs => (${oldest.place} - 1) * ${PACE_SECONDS}::int)`,
      })
      .from(oldest)
      .where(eq(deliveries.id, oldest.id))
      .returning({ id: deliveries.id });
    if (replayed.length === 0) return fail({ code: "nothing" });
    const details = { count: String(replayed.length), since: since.toISOString() };
    await recordAudit(tx, actor, { action: "webhook.replayed_many", subject: id, details });
    await tx.execute(sql`select pg_notify('vestibule_work', 'deliveries')`);
    return ok({ id });
  });
}

/** How far a replay has come; undefined where there was none. */
export async function getReplay(actor: Actor, id: string): Promise<ReplayView | undefined> {
  authorize(actor, "webhook.read");
  if (id.includes("\0")) return undefined;
  const counted = (verdict: string) =>
    sql<number>`count(*) filter (where ${deliveries.verdict} = ${verdict})::int`;
  const [found] = await db
    .select({
      startedAt: sql<string | null>`to_json(min(${deliveries.replayedAt})) #>> '{}'`,
      total: sql<number>`count(*)::int`,
      waiting: counted("waiting"),
      orphans: counted("orphan"),
      failed: counted("failed"),
    })
    .from(deliveries)
    .where(eq(deliveries.replayId, id));
  if (!found?.startedAt) return undefined;
  const { startedAt, total, waiting, orphans, failed } = found;
  const done = total - waiting - orphans - failed;
  return {
    id,
    startedAt: new Date(startedAt).toISOString(),
    total,
    waiting,
    done,
    orphans,
    failed,
  };
}
