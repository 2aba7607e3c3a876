import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { sessions, users } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import { requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import type { Actor } from "@/lib/auth/model";
import { closeLinks } from "@/lib/auth/people";
import { fail, ok, type Result } from "@/lib/result";
import { actOn } from "./act-on";
import type { TeamError } from "./model";

/** Ends every session and link of somebody; their runs stop at the next item. */
export async function suspendPerson(actor: Actor, id: string): Promise<Result<null, TeamError>> {
  authorize(actor, "team.manage");
  const fresh = await requireFreshSignIn(actor);
  if (!fresh.ok) return fresh;

  return actOn(actor, id, async (tx, { status, email }) => {
    if (status !== "active") return fail({ code: "wrong_status", status });
    await shutOut(tx, { id, email });
    await recordAudit(tx, actor, { action: "user.suspended", subject: id });
    return ok(null);
  });
}

/** Who was suspended may sign in again, with the role they had. */
export async function readmitPerson(actor: Actor, id: string): Promise<Result<null, TeamError>> {
  authorize(actor, "team.manage");
  const fresh = await requireFreshSignIn(actor);
  if (!fresh.ok) return fresh;

  return actOn(actor, id, async (tx, { status }) => {
    if (status !== "suspended") return fail({ code: "wrong_status", status });
    await tx.update(users).set({ suspendedAt: null }).where(eq(users.id, id));
    await recordAudit(tx, actor, { action: "user.readmitted", subject: id });
    return ok(null);
  });
}

/** In the transaction of the act. */
export async function shutOut(
  tx: Transaction,
  { id, email }: { id: string; email: string },
): Promise<void> {
  await tx
    .update(users)
    .set({ suspendedAt: sql`coalesce(${users.suspendedAt}, now())` })
    .where(eq(users.id, id));
  await tx.delete(sessions).where(eq(sessions.userId, id));
  await closeLinks(tx, email);
}
