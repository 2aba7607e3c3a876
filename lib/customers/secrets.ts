import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { secrets } from "@/db/schema";
import { seal } from "@/lib/seal";
import type { SecretKind } from "./model";

type Received = { customerId: string; kind: SecretKind; secret: string };

/** Keeps a secret Plaid returned, sealed. A newer one of the same kind replaces the older. */
export async function keepSecret(
  tx: Transaction,
  { customerId, kind, secret }: Received,
): Promise<void> {
  const sealed = seal(secret, secretPlace(customerId, kind));
  await tx
    .insert(secrets)
    .values({ customerId, kind, sealed })
    .onConflictDoUpdate({
      target: [secrets.customerId, secrets.kind],
      set: {
        sealed,
        version: sql`${secrets.version} + 1`,
        receivedAt: sql`now()`,
        revealedAt: null,
        revealedBy: null,
      },
    });
}

/** What a sealed secret is bound to: moved to another row it does not open. */
export function secretPlace(customerId: string, kind: SecretKind): string {
  return `secrets/${customerId}/${kind}`;
}
