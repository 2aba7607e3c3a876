import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { customers, handovers, secrets } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import { requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import type { Actor } from "@/lib/auth/model";
import { newId } from "@/lib/id";
import { checkRecipient } from "@/lib/invitations/check";
import { announce } from "@/lib/live/announce";
import { queueMail } from "@/lib/mail/queue";
import { fail, ok, type Result } from "@/lib/result";
import { lockSecret } from "@/lib/secrets/lock-secret";
import { type SecretKind, secretKinds } from "@/lib/secrets/model";
import { handoverTokenHash } from "./link";
import { type HandoverProblem, type HandoverValues, LINK_DAYS } from "./model";

/** Mails somebody at the end customer a link to secrets. Who may create it may reveal them. */
export async function createHandover(
  actor: Actor,
  { customerId, kinds, ...typed }: HandoverValues & { customerId: string },
): Promise<Result<{ id: string }, HandoverProblem>> {
  authorize(
    actor,
    kinds.includes("production") ? "secret.reveal.production" : "secret.reveal.sandbox",
  );
  const checked = checkRecipient(typed);
  const wanted = secretKinds.filter((kind) => kinds.includes(kind));
  if (wanted.length === 0 || !checked.ok) {
    const none = wanted.length === 0 ? { kinds: "none" } : {};
    return fail({
      code: "incorrect",
      errors: { ...none, ...(checked.ok ? {} : checked.error.errors) },
    });
  }

  return db.transaction(async (tx) => {
    const fresh = await requireFreshSignIn(actor, tx);
    if (!fresh.ok) return fresh;
    const [customer] = await tx
      .select({ id: customers.id })
      .from(customers)
      .where(eq(customers.id, customerId));
    if (!customer) return fail({ code: "not_found" });
    for (const kind of wanted) {
      const kept = await lockSecret(tx, customerId, kind);
      if (!kept?.sealed || kept.revealed || kept.promised) return fail({ code: "not_held", kind });
    }
    const id = newId("hov");
    await tx.insert(handovers).values({
      ...checked.value,
      id,
      customerId,
      kinds: wanted,
      tokenHash: handoverTokenHash(id),
      createdBy: actor.userId,
      expiresAt: expiry(tx, customerId, wanted),
    });
    await tx.update(secrets).set({ handoverId: id }).where(these(customerId, wanted));
    await queueMail(tx, {
      template: "handover",
      recipient: checked.value.email,
      parameters: { handoverId: id },
      handoverId: id,
    });
    const details = { handover: id, kinds: wanted.join(" ") };
    await recordAudit(tx, actor, { action: "handover.created", subject: customerId, details });
    await announce(tx, customerId);
    return ok({ id });
  });
}

function these(customerId: string, kinds: SecretKind[]) {
  return and(eq(secrets.customerId, customerId), inArray(secrets.kind, kinds));
}

/** A week, or as long as the secrets are kept. */
function expiry(tx: Transaction, customerId: string, kinds: SecretKind[]) {
  const kept = tx
    .select({ until: sql`min(${secrets.dueAt})` })
    .from(secrets)
    .where(these(customerId, kinds));
  return sql<Date>`least(now() + make_interval(days => ${LINK_DAYS}), ${kept})`;
}
