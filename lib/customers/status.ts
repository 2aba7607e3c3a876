import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { customers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { notifyTurn } from "@/lib/notifications/turn";
import { dueIn, pollInterval } from "./schedule";

type Statement = {
  id: string;
  status: string;
  /** Database time just before Plaid was asked. */
  asOf: Date;
  /** Statuses that are left alone: somebody else is at work on the row. */
  unless: readonly string[];
};

/** While one of these stands, only the act that set it may replace it. */
export const busy = ["SUBMITTING", "ENABLING", "REMOVED"] as const;

/** Records the status Plaid gave. The later question wins; a change is audited and announced. */
export async function recordStatus(
  tx: Transaction,
  actor: Actor,
  { id, status, asOf, unless }: Statement,
): Promise<void> {
  const [known] = await tx
    .select({
      status: customers.status,
      checkedAt: customers.checkedAt,
      ageSeconds: sql<number>`extract(epoch from now() - ${customers.statusSince})::float8`,
      openBanks: sql<number>`${customers.banksTotal} - ${customers.banksEnabled}`,
    })
    .from(customers)
    .where(eq(customers.id, id))
    .for("update");
  if (!known || unless.includes(known.status)) return;
  if (known.checkedAt && known.checkedAt > asOf) return;

  const changed = known.status !== status;
  // Right after enabling no bank is known yet, and all of them are open.
  const openBanks = changed && status === "ACTIVE" ? 1 : known.openBanks;
  const seconds = pollInterval({
    ...known,
    status,
    openBanks,
    ageSeconds: changed ? 0 : known.ageSeconds,
  });
  await tx
    .update(customers)
    .set({
      checkedAt: asOf,
      dueAt: dueIn(seconds),
      failures: 0,
      lastFailure: null,
      quarantinedAt: null,
      ...(changed && { status, statusSince: sql`now()`, updatedAt: sql`now()` }),
      ...(changed && status === "ACTIVE" && { enabledAt: sql`now()` }),
    })
    .where(eq(customers.id, id));
  if (!changed) return;

  const details = { from: known.status, to: status };
  await recordAudit(tx, actor, { action: "customer.status_changed", subject: id, details });
  await notifyTurn(tx, actor, { customerId: id, from: known.status, status });
  await announce(tx, id);
}
