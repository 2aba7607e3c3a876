import "server-only";
import { and, eq, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, invitations } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { notifyTurn } from "@/lib/notifications/turn";
import { readState } from "@/lib/onboarding/read-state";
import { ok, type Result } from "@/lib/result";
import { isWithCustomer } from "@/lib/statuses/model";
import { coveredFillers } from "./covered-fillers";
import { endLinks } from "./end-links";
import { type Link, lockLink } from "./lock-link";
import type { LinkProblem } from "./model";

/**
 * Ends a link at once, with what its reader passed on. When it was the last one, the draft is ours
 * again, as its answers make it.
 */
export async function revokeInvitation(
  actor: Actor,
  link: Link,
): Promise<Result<null, LinkProblem>> {
  authorize(actor, "onboarding.invite");
  const { customerId, invitationId } = link;

  return db.transaction(async (tx) => {
    const locked = await lockLink(tx, link);
    if (!locked.ok) return locked;
    await endLinks(
      tx,
      or(eq(invitations.id, invitationId), eq(invitations.forwardedFrom, invitationId)),
    );

    const { status: from } = locked.value;
    const open = and(eq(invitations.customerId, customerId), isNull(invitations.revokedAt));
    const returns = isWithCustomer(from) && (await tx.$count(invitations, open)) === 0;
    const status = returns ? (await readState(tx, customerId)).status : from;
    await tx
      .update(customers)
      .set({
        fillers: await coveredFillers(tx, customerId),
        updatedAt: sql`now()`,
        ...(returns && { status, statusSince: sql`now()` }),
      })
      .where(eq(customers.id, customerId));
    if (returns) await notifyTurn(tx, actor, { customerId, from, status });
    const details = { invitation: invitationId };
    await recordAudit(tx, actor, { action: "invitation.revoked", subject: customerId, details });
    await announce(tx, customerId);
    return ok(null);
  });
}
