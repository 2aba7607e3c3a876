import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { secrets } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import { requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import type { Actor } from "@/lib/auth/model";
import { fail, ok, type Result } from "@/lib/result";
import { unseal } from "@/lib/seal";
import type { RevealError, SecretKind } from "./model";
import { secretPlace } from "./secrets";

/** Hands a secret out once: the sealed value is deleted in the same transaction as the audit entry. */
export async function revealSecret(
  actor: Actor,
  customerId: string,
  kind: SecretKind,
): Promise<Result<{ secret: string }, RevealError>> {
  authorize(actor, `secret.reveal.${kind}`);
  const fresh = await requireFreshSignIn(actor);
  if (!fresh.ok) return fresh;

  return db.transaction(async (tx) => {
    const row = and(eq(secrets.customerId, customerId), eq(secrets.kind, kind));
    const [kept] = await tx
      .select({ sealed: secrets.sealed })
      .from(secrets)
      .where(row)
      .for("update");
    if (!kept) return fail({ code: "not_found" });
    if (!kept.sealed) return fail({ code: "not_held" });

    const secret = unseal(kept.sealed, secretPlace(customerId, kind));
    const revealed = { sealed: null, revealedAt: sql`now()`, revealedBy: actor.userId };
    await tx.update(secrets).set(revealed).where(row);
    const details = { kind };
    await recordAudit(tx, actor, { action: "secret.revealed", subject: customerId, details });
    return ok({ secret });
  });
}
