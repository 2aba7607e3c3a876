import "server-only";
import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { secrets } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import { requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import type { Actor, StaffActor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { takeTry } from "@/lib/rate-limits/take";
import { fail, ok, type Result } from "@/lib/result";
import { emptied } from "./keep";
import { lockSecret, openSealed } from "./lock-secret";
import { GRACE_MINUTES, type RevealError, type Revealed, type SecretKind } from "./model";

/**
 * Shows a secret to one person, one time. The sealed value stays for ten minutes or until that person
 * says that it is stored, and until then only the session that revealed it can open it again: a closed
 * tab loses nothing.
 */
export async function revealSecret(
  actor: Actor,
  customerId: string,
  kind: SecretKind,
): Promise<Result<Revealed, RevealError>> {
  authorize(actor, `secret.reveal.${kind}`);

  return db.transaction(async (tx) => {
    const kept = await lockSecret(tx, customerId, kind);
    if (!kept?.sealed) return fail({ code: "not_held" });
    if (kept.revealed && !(kept.inGrace && isOwn(kept, actor))) return fail({ code: "not_held" });
    if (kept.promised) return fail({ code: "promised" });
    if (!kept.revealed) {
      const fresh = await requireFreshSignIn(actor, tx);
      if (!fresh.ok) return fresh;
      const reveal = await takeTry("reveal", actor.userId);
      if (!reveal.ok) return reveal;
    }
    const subject = { id: kept.id, customerId, kind };
    const secret = openSealed(kept.sealed, subject);
    const note = (action: string) =>
      recordAudit(tx, actor, { action, subject: customerId, details: { kind } });
    if (secret === undefined) {
      await note("secret.not_openable");
      return fail({ code: "not_openable" });
    }
    if (kept.revealed) {
      await note("secret.revealed_again");
      return ok({ secret, until: (kept.until ?? new Date()).toISOString() });
    }
    const until = await markRevealed(tx, actor, kept.id);
    await note("secret.revealed");
    await announce(tx, customerId);
    return ok({ secret, until });
  });
}

/** "I have stored it": the value is deleted. Saying so twice changes nothing. */
export async function confirmStored(
  actor: Actor,
  customerId: string,
  kind: SecretKind,
): Promise<Result<null, { code: "not_yours" }>> {
  authorize(actor, `secret.reveal.${kind}`);

  return db.transaction(async (tx) => {
    const kept = await lockSecret(tx, customerId, kind);
    if (!kept?.sealed) return ok(null);
    if (!kept.revealed || !isOwn(kept, actor)) return fail({ code: "not_yours" });
    await tx.update(secrets).set(emptied).where(eq(secrets.id, kept.id));
    const details = { kind };
    await recordAudit(tx, actor, { action: "secret.stored", subject: customerId, details });
    await announce(tx, customerId);
    return ok(null);
  });
}

type Revealer = { revealedBy: string | null; revealerSignedInAt: Date | null };

/** A session is named by whose it is and when it began. */
export function isOwn({ revealedBy, revealerSignedInAt }: Revealer, actor: StaffActor): boolean {
  return (
    revealedBy === actor.userId && revealerSignedInAt?.getTime() === actor.authenticatedAt.getTime()
  );
}

/** @returns until when the same session can open it again, ISO 8601. */
async function markRevealed(tx: Transaction, actor: StaffActor, id: string): Promise<string> {
  const end = sql`now() + make_interval(mins => ${GRACE_MINUTES})`;
  const [revealed] = await tx
    .update(secrets)
    .set({
      revealedAt: sql`now()`,
      revealedBy: actor.userId,
      revealedIp: actor.origin.ip,
      revealerSignedInAt: actor.authenticatedAt,
      handoverId: null,
      dueAt: end,
    })
    .where(eq(secrets.id, id))
    .returning({ until: secrets.dueAt });
  return (revealed?.until ?? new Date()).toISOString();
}
