import "server-only";
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from "@simplewebauthn/server";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { secondFactors } from "@/db/schema";
import type { Origin, StaffActor } from "@/lib/auth/model";
import { findSession, type RenewedSession } from "@/lib/auth/sessions";
import type { Result } from "@/lib/result";
import { give } from "./give";
import type { GiveProblem } from "./model";
import {
  expected,
  keepChallenge,
  ourHost,
  passkeysOf,
  refused,
  takeChallenge,
  userVerification,
} from "./webauthn";

/** What a browser asks a passkey; undefined when the session is over or its person has none. */
export async function askPasskey(
  token: string,
): Promise<PublicKeyCredentialRequestOptionsJSON | undefined> {
  const session = await findSession(token, { counts: true });
  const allowCredentials = session ? await passkeysOf(session.userId) : [];
  if (allowCredentials.length === 0) return undefined;
  const options = { rpID: ourHost(), allowCredentials, userVerification } as const;
  const question = await generateAuthenticationOptions(options);
  await keepChallenge(token, question.challenge);
  return question;
}

/** A passkey's answer lets a session in, under another token. */
export async function givePasskey(
  token: string,
  response: AuthenticationResponseJSON,
  origin: Origin,
): Promise<Result<RenewedSession, GiveProblem>> {
  return give(token, origin, async (tx, actor) => {
    const challenge = await takeChallenge(tx, token);
    const right = await usePasskey(tx, actor, { response, challenge });
    return right ? { kind: "passkey" } : undefined;
  });
}

type Answer = { response: AuthenticationResponseJSON; challenge: string | null };

async function usePasskey(
  tx: Transaction,
  { userId }: StaffActor,
  { response, challenge }: Answer,
): Promise<boolean> {
  const [known] = await tx
    .select()
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), eq(secondFactors.credentialId, response.id)));
  if (!known?.credentialId || !known.publicKey || challenge === null) return false;
  const { credentialId, publicKey, counter } = known;
  const verified = await verifyAuthenticationResponse({
    ...expected(challenge),
    response,
    credential: {
      id: credentialId,
      publicKey: new Uint8Array(publicKey),
      counter: counter ?? 0,
    },
  }).catch(refused);
  if (!verified?.verified) return false;
  const { newCounter } = verified.authenticationInfo;
  await tx
    .update(secondFactors)
    .set({ counter: newCounter, lastUsedAt: sql`now()` })
    .where(eq(secondFactors.id, known.id));
  return true;
}
