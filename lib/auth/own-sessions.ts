import "server-only";
import { and, desc, eq, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions, users } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import type { Translate } from "@/lib/languages/model";
import { authorize } from "./actor";
import { describeDevice } from "./device";
import type { Actor, OwnSession } from "./model";
import { isOpen } from "./sessions";

/** Where a person is signed in, last seen first. Instants are ISO 8601. */
export async function listOwnSessions(
  actor: Actor,
  t: Translate<"auth.device">,
): Promise<OwnSession[]> {
  authorize(actor, "account.secure");
  const open = await db
    .select({
      id: sessions.id,
      ip: sessions.ip,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.userId, actor.userId), isOpen))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id));
  return open.map(({ id, ip, userAgent, createdAt, lastSeenAt }) => ({
    ...{ id, ip, device: describeDevice(userAgent, t) },
    since: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  }));
}

/** Signs a person out elsewhere. One that has ended already stays ended. */
export async function endOwnSession(actor: Actor, sessionId: string): Promise<void> {
  authorize(actor, "account.secure");
  await end(actor, eq(sessions.id, sessionId));
}

/** @param sessionId the one that stays. */
export async function endOtherSessions(actor: Actor, sessionId: string): Promise<void> {
  authorize(actor, "account.secure");
  await end(actor, ne(sessions.id, sessionId));
}

async function end(actor: Extract<Actor, { kind: "staff" }>, which: ReturnType<typeof eq>) {
  const { userId } = actor;
  await db.transaction(async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.userId, userId), which))
      .returning({ id: sessions.id });
    for (const { id } of ended) {
      const details = { session: id };
      await recordAudit(tx, actor, { action: "session.end", subject: userId, details });
    }
  });
}
