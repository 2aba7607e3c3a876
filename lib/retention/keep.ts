import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, neverSent } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { fail, ok, type Result } from "@/lib/result";
import type { KeepError } from "./model";

/** Counts as work on a draft: the days until it is deleted begin anew. */
export async function keepDraft(actor: Actor, id: string): Promise<Result<null, KeepError>> {
  authorize(actor, "onboarding.edit");

  return db.transaction(async (tx) => {
    const [draft] = await tx
      .select({ status: customers.status, keepable: sql<boolean>`${neverSent}` })
      .from(customers)
      .where(eq(customers.id, id))
      .for("update");
    if (!draft) return fail({ code: "not_found" });
    if (!draft.keepable) return fail({ code: "already_sent", status: draft.status });
    await tx.update(customers).set({ updatedAt: sql`now()` }).where(eq(customers.id, id));
    await recordAudit(tx, actor, { action: "onboarding.kept", subject: id });
    await announce(tx, id);
    return ok(null);
  });
}
