import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { invitations } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import type { ApplicantActor } from "@/lib/auth/model";

/**
 * Somebody who types needs no reminder.
 *
 * @throws ForbiddenError when the invitation was revoked meanwhile, and with it what was typed.
 */
export async function noteActivity(tx: Transaction, actor: ApplicantActor): Promise<void> {
  const open = and(eq(invitations.id, actor.invitationId), isNull(invitations.revokedAt));
  const found = await tx
    .update(invitations)
    .set({ activeAt: sql`now()` })
    .where(open)
    .returning({ id: invitations.id });
  if (found.length === 0) throw new ForbiddenError("the invitation was revoked");
}
