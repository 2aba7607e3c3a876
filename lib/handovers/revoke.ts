import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { handovers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { fail, ok, type Result } from "@/lib/result";
import type { RevokeProblem } from "./model";

/** The link stops working now, also where it is open. What was shown already stays shown. */
export async function revokeHandover(
  actor: Actor,
  { customerId, handoverId }: { customerId: string; handoverId: string },
): Promise<Result<null, RevokeProblem>> {
  authorize(actor, "handover.revoke");

  return db.transaction(async (tx) => {
    const [link] = await tx
      .select({ revealedAt: handovers.revealedAt, revokedAt: handovers.revokedAt })
      .from(handovers)
      .where(and(eq(handovers.id, handoverId), eq(handovers.customerId, customerId)))
      .for("update");
    if (!link) return fail({ code: "not_found" });
    if (link.revealedAt) return fail({ code: "over" });
    if (link.revokedAt) return ok(null);
    await tx.update(handovers).set({ revokedAt: sql`now()` }).where(eq(handovers.id, handoverId));
    const details = { handover: handoverId };
    await recordAudit(tx, actor, { action: "handover.revoked", subject: customerId, details });
    await announce(tx, customerId);
    return ok(null);
  });
}

/** With the customer go its links. */
export async function endHandovers(tx: Transaction, customerId: string): Promise<void> {
  await tx
    .update(handovers)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(handovers.customerId, customerId),
        isNull(handovers.revokedAt),
        isNull(handovers.revealedAt),
      ),
    );
}
