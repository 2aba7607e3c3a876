import "server-only";
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { secondFactors } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import type { RenewedSession } from "@/lib/auth/sessions";
import { newId } from "@/lib/id";
import { fail, ok, type Result } from "@/lib/result";
import { factorName, mayAdd, recordAdded } from "./add";
import type { AddProblem } from "./model";
import {
  expected,
  keepChallenge,
  ourHost,
  passkeysOf,
  refused,
  takeChallenge,
  userVerification,
} from "./webauthn";

/**
 * What a browser makes a passkey from.
 *
 * @param token of the session that will hand it in.
 */
export async function offerPasskey(
  actor: Actor,
  token: string,
): Promise<Result<PublicKeyCredentialCreationOptionsJSON, AddProblem>> {
  authorize(actor, "account.secure");
  const possible = await db.transaction((tx) => mayAdd(tx, actor));
  if (!possible.ok) return possible;
  const options = await generateRegistrationOptions({
    rpName: "Vestibule",
    rpID: ourHost(),
    userID: new TextEncoder().encode(actor.userId),
    userName: actor.email,
    userDisplayName: actor.name,
    excludeCredentials: await passkeysOf(actor.userId),
    authenticatorSelection: { residentKey: "preferred", userVerification },
  });
  await keepChallenge(token, options.challenge);
  return ok(options);
}

type NewPasskey = { token: string; response: RegistrationResponseJSON; name: string };

/** A passkey counts once the browser has answered; making it is this session's second factor. */
export async function addPasskey(
  actor: Actor,
  { token, response, name }: NewPasskey,
): Promise<Result<RenewedSession, AddProblem>> {
  authorize(actor, "account.secure");
  return db.transaction(async (tx) => {
    const possible = await mayAdd(tx, actor);
    if (!possible.ok) return possible;
    const credential = await verifyNew(response, await takeChallenge(tx, token));
    if (!credential) return fail({ code: "wrong" });
    const id = newId("fac");
    const added = await recordAdded(tx, actor, { token, kind: "passkey", id });
    if (!added.ok) return added;
    await tx.insert(secondFactors).values({
      id,
      userId: actor.userId,
      kind: "passkey",
      name: factorName(name, "passkey"),
      confirmedAt: sql`now()`,
      lastUsedAt: sql`now()`,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
    });
    return added;
  });
}

async function verifyNew(response: RegistrationResponseJSON, challenge: string | null) {
  if (challenge === null) return undefined;
  const options = { ...expected(challenge), response };
  const verified = await verifyRegistrationResponse(options).catch(refused);
  return verified?.registrationInfo?.credential;
}
