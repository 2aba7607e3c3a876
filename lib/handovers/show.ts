import "server-only";
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { handovers, secrets } from "@/db/schema";
import type { Presented } from "@/lib/applicants/visits";
import { recordAudit } from "@/lib/audit/record";
import type { Origin } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { queueMail } from "@/lib/mail/queue";
import { fail, ok, type Result } from "@/lib/result";
import { emptied } from "@/lib/secrets/keep";
import { openSealed } from "@/lib/secrets/lock-secret";
import { GRACE_MINUTES, secretKinds } from "@/lib/secrets/model";
import type { HandedOver, ShowProblem } from "./model";
import { type Found, isRevealer, lockLink, recipientOf } from "./visits";

/**
 * Shows what a link leads to, one time, to the first device that gave the code and asks. The values
 * stay for ten minutes or until that device says that they are stored; until then it alone can open
 * them again.
 */
export async function showHandover(
  presented: Presented,
  origin: Origin,
): Promise<Result<HandedOver, ShowProblem>> {
  return await db.transaction(async (tx) => {
    const found = await lockLink(tx, presented);
    if (!found) return fail({ code: "ended" });
    const again = found.revealedAt !== null;
    if (again ? !(isRevealer(found) && found.until) : found.over) return fail({ code: "ended" });
    if (!again && !found.device?.trusted) return fail({ code: "needs_start" });

    const kept = await lockSecrets(tx, found.id);
    if (kept.length === 0) return fail({ code: "ended" });
    const opened = kept
      .toSorted((a, b) => secretKinds.indexOf(a.kind) - secretKinds.indexOf(b.kind))
      .flatMap(({ id, kind, sealed }) => {
        const secret = sealed && openSealed(sealed, { id, customerId: found.customerId, kind });
        return secret ? [{ kind, secret }] : [];
      });
    if (opened.length < kept.length) return fail({ code: "not_openable" });
    const until = again ? found.until : await markShown(tx, found, kept, origin);
    await recordAudit(tx, recipientOf(found, origin), {
      action: again ? "handover.revealed_again" : "handover.revealed",
      subject: found.customerId,
      details: { handover: found.id, kinds: kept.map(({ kind }) => kind).join(" ") },
    });
    await announce(tx, found.customerId);
    const { clientId } = found;
    return ok({
      clientId: clientId ?? "",
      secrets: opened,
      until: (until ?? new Date()).toISOString(),
    });
  });
}

/** "I have stored it", said by the device that was shown it: the values are deleted. */
export async function confirmReceived(
  presented: Presented,
  origin: Origin,
): Promise<Result<null, { code: "ended" }>> {
  return await db.transaction(async (tx) => {
    const found = await lockLink(tx, presented);
    if (!found?.revealedAt || !isRevealer(found)) return fail({ code: "ended" });
    if (!found.until) return ok(null);
    await tx.update(secrets).set(emptied).where(eq(secrets.handoverId, found.id));
    await tx.update(handovers).set({ storedAt: sql`now()` }).where(eq(handovers.id, found.id));
    await recordAudit(tx, recipientOf(found, origin), {
      action: "handover.stored",
      subject: found.customerId,
      details: { handover: found.id },
    });
    await announce(tx, found.customerId);
    return ok(null);
  });
}

async function lockSecrets(tx: Transaction, handoverId: string) {
  return await tx
    .select({ id: secrets.id, kind: secrets.kind, sealed: secrets.sealed })
    .from(secrets)
    .where(and(eq(secrets.handoverId, handoverId), isNotNull(secrets.sealed)))
    .orderBy(secrets.id)
    .for("update");
}

async function markShown(
  tx: Transaction,
  { id, device, email }: Found,
  kept: { id: string }[],
  { ip, userAgent }: Origin,
): Promise<Date | null> {
  const shown = kept.map((secret) => secret.id);
  const [marked] = await tx
    .update(secrets)
    .set({
      revealedAt: sql`now()`,
      revealedIp: ip,
      dueAt: sql`now() + make_interval(mins => ${GRACE_MINUTES})`,
    })
    .where(inArray(secrets.id, shown))
    .returning({ until: secrets.dueAt });
  await tx
    .update(handovers)
    .set({
      revealedAt: sql`now()`,
      revealedDevice: device?.id ?? null,
      revealedIp: ip,
      revealedUserAgent: userAgent,
    })
    .where(eq(handovers.id, id));
  const parameters = { handoverId: id };
  await queueMail(tx, {
    template: "handover-receipt",
    recipient: email,
    parameters,
    handoverId: id,
  });
  return marked?.until ?? null;
}
