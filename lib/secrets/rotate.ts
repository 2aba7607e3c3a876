import "server-only";
import { and, eq, isNotNull, ne, type SQLWrapper, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { secondFactors, secrets } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { keyIds, reseal } from "@/lib/seal";
import { totpPlace } from "@/lib/second-factor/totp";
import { secretPlace } from "./keep";

const BATCH = 100;

/** The key id stands behind its length, see `lib/seal.ts`. */
const keyOf = (sealed: SQLWrapper) =>
  sql<string>`convert_from(substring(${sealed} from 3 for get_byte(${sealed}, 1)), 'UTF8')`;

/** Every sealed value: of customers, and of authenticator apps. */
const sealedValues = unionAll(
  db
    .select({ id: secrets.id, key: keyOf(secrets.sealed).as("key") })
    .from(secrets)
    .where(isNotNull(secrets.sealed)),
  db
    .select({ id: secondFactors.id, key: keyOf(secondFactors.sealed).as("key") })
    .from(secondFactors)
    .where(isNotNull(secondFactors.sealed)),
).as("sealed_values");

export class MissingKeyError extends Error {
  override readonly name = "MissingKeyError";
}

/** How many sealed secrets are under which key. */
export async function countByKey(): Promise<Record<string, number>> {
  const rows = await db
    .select({ key: sealedValues.key, count: sql<number>`count(*)::int` })
    .from(sealedValues)
    .groupBy(sealedValues.key);
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
}

/**
 * Seals every secret anew that is not under the ring's first key, in batches while the portal runs.
 * Stopped in between, it goes on where it was when it is run again.
 *
 * @returns how many were sealed anew.
 * @throws MissingKeyError before anything is changed, when a secret's key is not in the ring.
 */
export async function rotateKeys(): Promise<number> {
  const [current = "", ...known] = keyIds();
  for (const id of Object.keys(await countByKey())) {
    if (id !== current && !known.includes(id)) throw await missing(id);
  }
  let rotated = 0;
  for (const rotateBatch of [rotateSecrets, rotateFactors]) {
    for (let done = -1; done !== 0; rotated += done) done = await rotateBatch(current);
  }
  await recordRotation(current, rotated);
  return rotated;
}

async function rotateSecrets(current: string): Promise<number> {
  return db.transaction(async (tx) => {
    const batch = await tx
      .select({
        id: secrets.id,
        customerId: secrets.customerId,
        kind: secrets.kind,
        sealed: secrets.sealed,
      })
      .from(secrets)
      .where(and(isNotNull(secrets.sealed), ne(keyOf(secrets.sealed), current)))
      .orderBy(secrets.id)
      .limit(BATCH)
      .for("update");
    for (const { id, customerId, kind, sealed } of batch) {
      if (!sealed) continue;
      const anew = reseal(sealed, secretPlace(customerId, kind));
      await tx.update(secrets).set({ sealed: anew }).where(eq(secrets.id, id));
    }
    return batch.length;
  });
}

async function rotateFactors(current: string): Promise<number> {
  const { id: factorId, sealed: column } = secondFactors;
  return db.transaction(async (tx) => {
    const batch = await tx
      .select({ id: factorId, sealed: column })
      .from(secondFactors)
      .where(and(isNotNull(column), ne(keyOf(column), current)))
      .orderBy(factorId)
      .limit(BATCH)
      .for("update");
    for (const { id, sealed } of batch) {
      if (!sealed) continue;
      const anew = reseal(sealed, totpPlace(id));
      await tx.update(secondFactors).set({ sealed: anew }).where(eq(factorId, id));
    }
    return batch.length;
  });
}

async function missing(key: string): Promise<MissingKeyError> {
  const [one] = await db.select().from(sealedValues).where(eq(sealedValues.key, key)).limit(1);
  return new MissingKeyError(
    `The secret ${one?.id} is sealed with the key ${key}, which is not in SECRETS_KEYS. Nothing was changed.`,
  );
}

async function recordRotation(key: string, rotated: number): Promise<void> {
  const details = { key, rotated: String(rotated) };
  await db.transaction((tx) =>
    recordAudit(
      tx,
      { kind: "system", job: "command" },
      { action: "keys.rotated", subject: "secrets", details },
    ),
  );
}
