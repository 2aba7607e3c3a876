import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { handovers, invitations } from "@/db/schema";
import { tokenHash } from "@/lib/invitations/link";
import { readStopToken } from "@/lib/notifications/stop-link";
import { ofCustomers } from "./asked";
import type { Language } from "./model";

/**
 * Asks in which language the mail was that led a customer to this address; undefined for an address
 * of staff.
 */
export function languageOfMail(path: string): (() => Promise<Language | undefined>) | undefined {
  const [, kind, token] = ofCustomers.exec(path) ?? [];
  if (!token) return undefined;
  if (kind !== "unsubscribe") return () => languageOfLink(token);
  const stopped = readStopToken(token);
  if (!stopped) return async () => undefined;
  return stopped.kind === "reminders" ? () => languageOfInvitation(stopped.id) : undefined;
}

/**
 * What the partner chose for whoever a link was mailed to. Undefined for a link that works no more,
 * as for one that never was: nothing tells the two apart.
 */
async function languageOfLink(token: string): Promise<Language | undefined> {
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

async function languageOfInvitation(id: string): Promise<Language | undefined> {
  const [found] = await db
    .select({ language: invitations.language })
    .from(invitations)
    .where(eq(invitations.id, id));
  return found?.language;
}
