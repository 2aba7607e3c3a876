import "server-only";
import { createHash } from "node:crypto";
import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions, users } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import type { Point } from "@/lib/live/model";
import type { Origin, Role, StaffActor } from "./model";

/** However active a person is, a session ends after this long. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** All ages are measured by the clock of the database, so that several portals agree. */
const idleLimit = sql`interval '30 minutes'`;
/** A session counts as seen once a minute: a write per request would cost more than it tells. */
const touchEvery = sql`interval '1 minute'`;

export type OpenSession = {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  role: Role;
  singleKeys: boolean;
  createdAt: Date;
  expiresAt: Date;
  /** What is read from now on includes every transaction before it (see `lib/live`). */
  point: Point;
};

const openSession = and(
  isNull(users.suspendedAt),
  gt(sessions.expiresAt, sql`now()`),
  gt(sessions.lastSeenAt, sql`now() - ${idleLimit}`),
);

const sessionByToken = db
  .select({
    sessionId: sessions.id,
    userId: users.id,
    name: users.name,
    email: users.email,
    role: users.role,
    singleKeys: users.singleKeys,
    createdAt: sessions.createdAt,
    expiresAt: sessions.expiresAt,
    point: sql<Point>`pg_snapshot_xmin(pg_current_snapshot())::text`,
    untouched: sql<boolean>`${sessions.lastSeenAt} < now() - ${touchEvery}`,
  })
  .from(sessions)
  .innerJoin(users, eq(users.id, sessions.userId))
  .where(and(eq(sessions.tokenHash, sql.placeholder("tokenHash")), openSession))
  .prepare("session_by_token");

/** Begins a session of a person who may sign in now; undefined when they were suspended meanwhile. */
export async function startSession(
  start: { token: string; userId: string },
  origin: Origin,
): Promise<{ expiresAt: Date } | undefined> {
  return await db.transaction(async (tx) => {
    const [user] = await tx
      .select({ name: users.name, email: users.email, role: users.role })
      .from(users)
      .where(and(eq(users.id, start.userId), isNull(users.suspendedAt)));
    if (!user) return undefined;

    const [session] = await tx
      .insert(sessions)
      .values({
        tokenHash: hashOf(start.token),
        userId: start.userId,
        ...origin,
        expiresAt: sql`now() + make_interval(secs => ${SESSION_SECONDS})`,
      })
      .returning({
        id: sessions.id,
        createdAt: sessions.createdAt,
        expiresAt: sessions.expiresAt,
      });
    if (!session) return undefined;
    const actor = toActor({ ...user, userId: start.userId, createdAt: session.createdAt }, origin);
    await recordAudit(tx, actor, {
      action: "session.start",
      subject: start.userId,
      details: { session: session.id },
    });
    return { expiresAt: session.expiresAt };
  });
}

/**
 * The open session of a token. Suspension, a new role, sign-out and both limits act here, on the
 * very next request.
 *
 * @param counts whether somebody did something; looking whether a page may stay open does not.
 */
export async function findSession(
  token: string,
  { counts }: { counts: boolean },
): Promise<OpenSession | undefined> {
  const [found] = await sessionByToken.execute({ tokenHash: hashOf(token) });
  if (!found) return undefined;
  const { untouched, ...session } = found;
  if (counts && untouched) {
    await db
      .update(sessions)
      .set({ lastSeenAt: sql`now()` })
      .where(
        and(
          eq(sessions.id, session.sessionId),
          lt(sessions.lastSeenAt, sql`now() - ${touchEvery}`),
        ),
      );
  }
  return session;
}

/** Ends a session for good; a copy of its cookie is worthless afterwards. */
export async function endSession(token: string, origin: Origin): Promise<void> {
  await db.transaction(async (tx) => {
    const [ended] = await tx
      .delete(sessions)
      .where(eq(sessions.tokenHash, hashOf(token)))
      .returning({
        id: sessions.id,
        userId: sessions.userId,
        createdAt: sessions.createdAt,
      });
    if (!ended) return;
    const [user] = await tx
      .select({ name: users.name, email: users.email, role: users.role })
      .from(users)
      .where(eq(users.id, ended.userId));
    if (!user) return;
    await recordAudit(tx, toActor({ ...user, ...ended }, origin), {
      action: "session.end",
      subject: ended.userId,
      details: { session: ended.id },
    });
  });
}

export function toActor(
  session: Pick<OpenSession, "userId" | "name" | "email" | "role" | "createdAt">,
  origin: Origin,
): StaffActor {
  const { userId, name, email, role, createdAt } = session;
  return { kind: "staff", userId, name, email, role, authenticatedAt: createdAt, origin };
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
