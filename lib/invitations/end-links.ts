import "server-only";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { invitations } from "@/db/schema";
import { invitationTokenHash } from "./link";

/** Another version makes another link: whoever has the old one finds nothing, as with one that never was. */
export async function endLinks(tx: Transaction, which: SQL | undefined): Promise<void> {
  const ended = await tx
    .select({ id: invitations.id, version: invitations.version })
    .from(invitations)
    .where(and(which, isNull(invitations.revokedAt)));
  for (const one of ended) {
    const version = one.version + 1;
    await tx
      .update(invitations)
      .set({
        version,
        tokenHash: invitationTokenHash({ id: one.id, version }),
        revokedAt: sql`now()`,
        dueAt: null,
      })
      .where(eq(invitations.id, one.id));
  }
}
