import "server-only";
import { eq, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { recoveryCodes, secondFactors, sessions, users } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import { requireFreshForFactors, requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import type { Actor } from "@/lib/auth/model";
import { isDemo } from "@/lib/env";
import { forgetTries } from "@/lib/rate-limits/take";
import { fail, ok, type Result } from "@/lib/result";
import type { RemoveProblem, ResetProblem } from "./model";
import { tellPerson } from "./notices";
import { confirmedFactors } from "./queries";
import { holdPerson } from "./tries";

/** Takes one of a person's own factors away. An admin keeps the last: there must be one. */
export async function removeFactor(
  actor: Actor,
  factorId: string,
): Promise<Result<null, RemoveProblem>> {
  authorize(actor, "account.secure");
  const { userId } = actor;
  return db.transaction(async (tx) => {
    await holdPerson(tx, userId);
    const factors = await confirmedFactors(tx, userId);
    const factor = factors.find(({ id }) => id === factorId);
    if (!factor) return fail({ code: "not_found" });
    const isLast = factors.length === 1;
    if (isLast && actor.role === "admin" && !isDemo()) return fail({ code: "last_of_admin" });
    const fresh = await requireFreshForFactors(actor, tx);
    if (!fresh.ok) return fresh;
    await tx.delete(secondFactors).where(eq(secondFactors.id, factorId));
    if (isLast) await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    const details = { kind: factor.kind, factor: factorId };
    await recordAudit(tx, actor, { action: "second_factor.removed", subject: userId, details });
    await tellPerson(tx, actor, "removed");
    return ok(null);
  });
}

/** For somebody who has lost everything: all factors and codes go, and every session ends. */
export async function resetFactors(
  actor: Actor,
  userId: string,
): Promise<Result<null, ResetProblem>> {
  authorize(actor, "factor.reset");
  if (userId === actor.userId) return fail({ code: "own" });
  const fresh = await requireFreshSignIn(actor);
  return fresh.ok ? reset(actor, eq(users.id, userId)) : fresh;
}

/** The same for whoever may run commands on the server: the last admin has nobody else. */
export async function resetFactorsByCommand(email: string): Promise<Result<null, ResetProblem>> {
  return reset({ kind: "system", job: "command" }, eq(users.email, email));
}

async function reset(actor: Actor, whose: SQL): Promise<Result<null, ResetProblem>> {
  const [person] = await db
    .select({ userId: users.id, email: users.email })
    .from(users)
    .where(whose);
  if (!person) return fail({ code: "not_found" });
  const { userId } = person;
  const done = await db.transaction(async (tx) => {
    await holdPerson(tx, userId);
    const gone = await tx
      .delete(secondFactors)
      .where(eq(secondFactors.userId, userId))
      .returning({ id: secondFactors.id });
    if (gone.length === 0) return fail({ code: "none" });
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    await tx.delete(sessions).where(eq(sessions.userId, userId));
    await recordAudit(tx, actor, { action: "second_factor.reset", subject: userId });
    await tellPerson(tx, person, "reset");
    return ok(null);
  });
  if (done.ok) await forgetTries("second-factor", userId);
  return done;
}
