import "server-only";
import { and, eq, gt, isNotNull, isNull, or, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { secondFactors } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import type { Origin, StaffActor } from "@/lib/auth/model";
import { findSession, type RenewedSession, renewSession, toActor } from "@/lib/auth/sessions";
import { fail, ok, type Result } from "@/lib/result";
import { unseal } from "@/lib/seal";
import type { GiveProblem } from "./model";
import { useRecoveryCode } from "./recovery-codes";
import { readDigits, stepOf, totpPlace } from "./totp";
import { attempt, clockMs, holdPerson } from "./tries";

type Given = Promise<Result<RenewedSession, GiveProblem>>;

/** Six digits of an authenticator app let a session in, under another token. */
export async function giveCode(token: string, typed: string, origin: Origin): Given {
  const digits = readDigits(typed);
  if (!digits) return fail({ code: "malformed" });
  return give(token, origin, (tx, { userId }) => useCode(tx, userId, digits));
}

/** For who has lost the others: each of these works once. */
export async function giveRecoveryCode(token: string, typed: string, origin: Origin): Given {
  if (typed.trim() === "") return fail({ code: "malformed" });
  return give(token, origin, (tx, actor) => useRecoveryCode(tx, actor, typed));
}

/** What of a person's was right, undefined where nothing was. */
type Check = (tx: Transaction, actor: StaffActor) => Promise<{ kind: string } | undefined>;

export async function give(token: string, origin: Origin, check: Check): Given {
  const session = await findSession(token, { counts: true });
  if (!session) return fail({ code: "signed_out" });
  const { userId, sessionId } = session;
  const actor = toActor(session, origin);
  const perform = (): Given =>
    db.transaction(async (tx) => {
      await holdPerson(tx, userId);
      const used = await check(tx, actor);
      if (!used) {
        const details = { session: sessionId };
        await recordAudit(tx, actor, { action: "second_factor.wrong", subject: userId, details });
        return fail({ code: "wrong" });
      }
      const renewed = await renewSession(tx, token);
      if (!renewed) return fail({ code: "signed_out" });
      const details = { ...used, session: sessionId };
      await recordAudit(tx, actor, { action: "second_factor.given", subject: userId, details });
      return ok(renewed);
    });
  return attempt(userId, perform);
}

/** A code is taken once: only later ones are, afterwards. */
async function useCode(tx: Transaction, userId: string, digits: string) {
  const apps = await tx
    .select({
      id: secondFactors.id,
      sealed: secondFactors.sealed,
      now: clockMs,
    })
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt)));
  for (const { id, sealed, now } of apps) {
    if (!sealed) continue;
    const step = stepOf(unseal(sealed, totpPlace(id)), digits, now);
    if (step !== undefined && (await takeStep(tx, id, step))) return { kind: "totp" };
  }
  return undefined;
}

async function takeStep(tx: Transaction, id: string, step: number): Promise<boolean> {
  const { lastStep } = secondFactors;
  const taken = await tx
    .update(secondFactors)
    .set({ lastStep: step, lastUsedAt: sql`now()` })
    .where(and(eq(secondFactors.id, id), or(isNull(lastStep), gt(sql`${step}`, lastStep))))
    .returning({ id: secondFactors.id });
  return taken.length > 0;
}
