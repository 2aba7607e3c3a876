import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { recoveryCodes } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import { requireFreshForFactors } from "@/lib/auth/fresh-sign-in";
import type { Actor, SignInAgain, StaffActor } from "@/lib/auth/model";
import { fail, ok, type Result } from "@/lib/result";
import { RECOVERY_CODES } from "./model";
import { tellPerson } from "./notices";
import { confirmedFactors } from "./queries";
import { holdPerson } from "./tries";

/** Without letters and digits that look alike: 32 of them, five bits each. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LETTERS = 16;

/** New codes in place of the old. This answer is the only place they are ever in. */
export async function makeRecoveryCodes(
  actor: Actor,
): Promise<Result<string[], SignInAgain | { code: "no_factor" }>> {
  authorize(actor, "account.secure");
  const { userId } = actor;
  return db.transaction(async (tx) => {
    const fresh = await requireFreshForFactors(actor, tx);
    if (!fresh.ok) return fresh;
    await holdPerson(tx, userId);
    if ((await confirmedFactors(tx, userId)).length === 0) return fail({ code: "no_factor" });
    const codes = Array.from({ length: RECOVERY_CODES }, newCode);
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    await tx.insert(recoveryCodes).values(codes.map((code) => ({ userId, hash: hashOf(code) })));
    await recordAudit(tx, actor, { action: "recovery_codes.made", subject: userId });
    return ok(codes);
  });
}

/** Takes a code away, and tells its person. Undefined when it is none, or was used. */
export async function useRecoveryCode(tx: Transaction, actor: StaffActor, typed: string) {
  const { userId } = actor;
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.hash, hashOf(typed)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ hash: recoveryCodes.hash });
  if (used.length === 0) return undefined;
  await tellPerson(tx, actor, "recovery_code_used");
  return { kind: "recovery_code" };
}

/** `ABCD-2345-EFGH-6789`: 80 bits. */
function newCode(): string {
  const letters = Array.from(randomBytes(LETTERS), (byte) => ALPHABET[byte % ALPHABET.length]);
  return letters.join("").replaceAll(/.{4}(?!$)/g, "$&-");
}

/** However it was typed: small letters, without or with other dashes. */
function hashOf(code: string): string {
  const letters = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  return createHash("sha256").update(letters).digest("hex");
}
