import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { invitations } from "@/db/schema";
import type { ApplicantActor } from "@/lib/auth/model";

/** Somebody who types needs no reminder. */
export async function noteActivity(tx: Transaction, actor: ApplicantActor): Promise<void> {
  await tx
    .update(invitations)
    .set({ activeAt: sql`now()` })
    .where(eq(invitations.id, actor.invitationId));
}
