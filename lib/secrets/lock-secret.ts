import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { handovers, secrets } from "@/db/schema";
import { log } from "@/lib/log";
import { SealError, unseal } from "@/lib/seal";
import { secretPlace } from "./keep";
import { GRACE_MINUTES, type SecretKind } from "./model";

/** When a value that was shown is deleted. Null before it is shown. */
export const graceEnd = sql<Date | null>`${secrets.revealedAt}
  + make_interval(mins => ${GRACE_MINUTES})`.mapWith(secrets.revealedAt);

/** That a link which can still be used leads to the secret; for queries that join `handovers`. */
export const isPromised = sql<boolean>`coalesce(
  ${isNull(handovers.revokedAt)} and ${isNull(handovers.lockedAt)}
  and ${isNull(handovers.revealedAt)} and ${handovers.expiresAt} > now(), false)`;

/** One secret with how it stands, held until the transaction ends. */
export async function lockSecret(tx: Transaction, customerId: string, kind: SecretKind) {
  const row = and(eq(secrets.customerId, customerId), eq(secrets.kind, kind));
  await tx.select({ id: secrets.id }).from(secrets).where(row).for("update");
  // Read anew: while this one waited, another request may have changed it.
  const [kept] = await tx
    .select({
      id: secrets.id,
      sealed: secrets.sealed,
      revealedBy: secrets.revealedBy,
      revealerSignedInAt: secrets.revealerSignedInAt,
      revealed: sql<boolean>`${secrets.revealedAt} is not null`,
      inGrace: sql<boolean>`coalesce(${graceEnd} > now(), false)`,
      promised: isPromised,
      until: graceEnd,
    })
    .from(secrets)
    .leftJoin(handovers, eq(handovers.id, secrets.handoverId))
    .where(row);
  return kept;
}

/** Undefined when it does not open: changed, or sealed with a key that is not here. */
export function openSealed(
  sealed: Buffer,
  { id, customerId, kind }: { id: string; customerId: string; kind: SecretKind },
): string | undefined {
  try {
    return unseal(sealed, secretPlace(customerId, kind));
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    log.error({ secret: id }, "a sealed secret does not open");
    return undefined;
  }
}
