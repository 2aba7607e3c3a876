import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { handovers, partnerSettings, secrets } from "@/db/schema";
import { seal } from "@/lib/seal";
import type { SecretKind } from "./model";

type Received = { customerId: string; kind: SecretKind; secret: string; pastedBy?: string };

/** A value that nobody asks for is deleted this long after it came. */
export const retention = sql`make_interval(days => coalesce(
  (select ${partnerSettings.secretRetentionDays} from ${partnerSettings}), 30))`;

/** What a secret's row says once its value is gone. */
export const emptied = { sealed: null, dueAt: null } as const;

/** Keeps a secret, sealed. A newer one of the same kind replaces the older, and ends a link to it. */
export async function keepSecret(
  tx: Transaction,
  { customerId, kind, secret, pastedBy }: Received,
): Promise<void> {
  const row = and(eq(secrets.customerId, customerId), eq(secrets.kind, kind));
  const promised = tx.select({ id: secrets.handoverId }).from(secrets).where(row);
  await tx
    .update(handovers)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        inArray(handovers.id, promised),
        isNull(handovers.revealedAt),
        isNull(handovers.revokedAt),
      ),
    );
  const received = {
    sealed: seal(secret, secretPlace(customerId, kind)),
    pastedBy: pastedBy ?? null,
    dueAt: sql`now() + ${retention}`,
  };
  await tx
    .insert(secrets)
    .values({ customerId, kind, ...received })
    .onConflictDoUpdate({
      target: [secrets.customerId, secrets.kind],
      set: {
        ...received,
        version: sql`${secrets.version} + 1`,
        receivedAt: sql`now()`,
        handoverId: null,
        revealedAt: null,
        revealedBy: null,
        revealedIp: null,
        revealerSignedInAt: null,
        expiredAt: null,
        failures: 0,
        quarantinedAt: null,
      },
    });
}

/** What a sealed secret is bound to: moved to another row it does not open. */
export function secretPlace(customerId: string, kind: SecretKind): string {
  return `secrets/${customerId}/${kind}`;
}
