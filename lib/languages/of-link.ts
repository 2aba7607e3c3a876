import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { handovers, invitations } from "@/db/schema";
import { tokenHash } from "@/lib/invitations/link";
import type { Language } from "./model";

/**
 * What the partner chose for whoever a link was mailed to. Undefined for a link that works no more,
 * as for one that never was: nothing tells the two apart.
 */
export async function languageOfLink(token: string): Promise<Language | undefined> {
  const hash = tokenHash(token);
  const [found] = await unionAll(
    db
      .select({ language: invitations.language })
      .from(invitations)
      .where(and(eq(invitations.tokenHash, hash), isNull(invitations.revokedAt))),
    db
      .select({ language: handovers.language })
      .from(handovers)
      .where(
        and(
          eq(handovers.tokenHash, hash),
          isNull(handovers.revokedAt),
          isNull(handovers.lockedAt),
          gt(handovers.expiresAt, sql`now()`),
        ),
      ),
  );
  return found?.language;
}
