import "server-only";
import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { recoveryCodes, secondFactors, secondFactorTries, sessions, users } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import { requireFreshForFactors, requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import type { Actor } from "@/lib/auth/model";
import { isDemo } from "@/lib/env";
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
  return db.transaction(async (tx) => {
    const fresh = await requireFreshSignIn(actor, tx);
    return fresh.ok ? await reset(tx, actor, userId) : fresh;
  });
}

/** The same for whoever may run commands on the server: the last admin has nobody else. */
export async function resetFactorsByCommand(email: string): Promise<Result<null, ResetProblem>> {
  return db.transaction(async (tx) => {
    const [person] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
    if (!person) return fail({ code: "not_found" });
    return await reset(tx, { kind: "system", job: "command" }, person.id);
  });
}

async function reset(
  tx: Transaction,
  actor: Actor,
  userId: string,
): Promise<Result<null, ResetProblem>> {
  await holdPerson(tx, userId);
  const [person] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
  if (!person) return fail({ code: "not_found" });
  const gone = await tx
    .delete(secondFactors)
    .where(eq(secondFactors.userId, userId))
    .returning({ id: secondFactors.id });
  if (gone.length === 0) return fail({ code: "none" });
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.delete(secondFactorTries).where(eq(secondFactorTries.userId, userId));
  await tx.delete(sessions).where(eq(sessions.userId, userId));
  await recordAudit(tx, actor, { action: "second_factor.reset", subject: userId });
  await tellPerson(tx, { userId, email: person.email }, "reset");
  return ok(null);
}
