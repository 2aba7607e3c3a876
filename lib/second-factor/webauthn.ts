import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { sessions } from "@/db/schema";
import { tokenHash } from "@/lib/auth/sessions";
import { publicOrigin } from "@/lib/env";
import { confirmedFactors } from "./queries";

/** Being there is enough: who the person is, the mailed link has told. */
export const userVerification = "preferred";

/** What an answer of a browser has to be for. */
export function expected(challenge: string) {
  return {
    expectedChallenge: challenge,
    expectedOrigin: publicOrigin(),
    expectedRPID: ourHost(),
    requireUserVerification: false,
  };
}

/** The library throws at whatever it does not accept, in words that quote what was sent. */
export function refused(): undefined {
  return undefined;
}

export function ourHost(): string {
  return new URL(publicOrigin()).hostname;
}

/** As browsers are told of them. */
export async function passkeysOf(userId: string): Promise<{ id: string; transports: string[] }[]> {
  const factors = await confirmedFactors(db, userId);
  return factors.flatMap(({ credentialId, transports }) =>
    credentialId ? [{ id: credentialId, transports: transports ?? [] }] : [],
  );
}

/** What this session's browser has to sign next. */
export async function keepChallenge(token: string, challenge: string): Promise<void> {
  await db
    .update(sessions)
    .set({ passkeyChallenge: challenge })
    .where(eq(sessions.tokenHash, tokenHash(token)));
}

/** Good for one answer, right or wrong. */
export async function takeChallenge(tx: Transaction, token: string): Promise<string | null> {
  const row = and(eq(sessions.tokenHash, tokenHash(token)), isNotNull(sessions.passkeyChallenge));
  const [kept] = await tx
    .select({ challenge: sessions.passkeyChallenge })
    .from(sessions)
    .where(row)
    .for("update");
  if (!kept) return null;
  await tx.update(sessions).set({ passkeyChallenge: null }).where(row);
  return kept.challenge;
}
