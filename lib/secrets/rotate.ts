import "server-only";
import { and, eq, isNotNull, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { secrets } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { keyIds, reseal } from "@/lib/seal";
import { secretPlace } from "./keep";

const BATCH = 100;

/** The key id stands behind its length, see `lib/seal.ts`. */
const keyId = sql<string>`convert_from(
  substring(${secrets.sealed} from 3 for get_byte(${secrets.sealed}, 1)), 'UTF8')`;

export class MissingKeyError extends Error {
  override readonly name = "MissingKeyError";
}

/** How many sealed secrets are under which key. */
export async function countByKey(): Promise<Record<string, number>> {
  const rows = await db
    .select({ key: keyId, count: sql<number>`count(*)::int` })
    .from(secrets)
    .where(isNotNull(secrets.sealed))
    .groupBy(keyId);
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
  for (let done = -1; done !== 0; rotated += done) done = await rotateBatch(current);
  await recordRotation(current, rotated);
  return rotated;
}

async function rotateBatch(current: string): Promise<number> {
  return db.transaction(async (tx) => {
    const batch = await tx
      .select({
        id: secrets.id,
        customerId: secrets.customerId,
        kind: secrets.kind,
        sealed: secrets.sealed,
      })
      .from(secrets)
      .where(and(isNotNull(secrets.sealed), ne(keyId, current)))
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

async function missing(key: string): Promise<MissingKeyError> {
  const [one] = await db.select({ id: secrets.id }).from(secrets).where(eq(keyId, key)).limit(1);
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
