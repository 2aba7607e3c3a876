import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { secondFactors, sessions, users } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import type { Point } from "@/lib/live/model";
import type { Origin, Role, StaffActor } from "./model";
import { noteActivity } from "./people";

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
  secondFactorAt: Date | null;
  /** Whether this person has set a second factor up. */
  hasFactor: boolean;
  /** What is read from now on includes every transaction before it (see `lib/live`). */
  point: Point;
};

/** For queries that join `users`. */
export const isOpen = and(
  isNull(users.suspendedAt),
  gt(sessions.expiresAt, sql`now()`),
  gt(sessions.lastSeenAt, sql`now() - ${idleLimit}`),
);

/** For queries that join `users`. */
export const hasFactor = sql<boolean>`exists (select 1 from ${secondFactors}
  where ${secondFactors}.user_id = ${users}.id and ${secondFactors}.confirmed_at is not null)`;

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
    secondFactorAt: sessions.secondFactorAt,
    hasFactor,
    point: sql<Point>`pg_snapshot_xmin(pg_current_snapshot())::text`,
    untouched: sql<boolean>`${sessions.lastSeenAt} < now() - ${touchEvery}`,
  })
  .from(sessions)
  .innerJoin(users, eq(users.id, sessions.userId))
  .where(and(eq(sessions.tokenHash, sql.placeholder("tokenHash")), isOpen))
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
      .where(and(eq(users.id, start.userId), isNull(users.suspendedAt)))
      // Whoever is being suspended right now gets no session that would be there afterwards.
      .for("update");
    if (!user) return undefined;

    const [session] = await tx
      .insert(sessions)
      .values({
        tokenHash: tokenHash(start.token),
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
    await noteActivity(tx, start.userId);
    const { createdAt } = session;
    const actor = toActor(
      { ...user, userId: start.userId, createdAt, secondFactorAt: null },
      origin,
    );
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
  const [found] = await sessionByToken.execute({ tokenHash: tokenHash(token) });
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
    // Apart from it: whoever suspends somebody takes the person first and the sessions then.
    await noteActivity(db, session.userId);
  }
  return session;
}

export type RenewedSession = { token: string; expiresAt: Date };

/**
 * The same session once its person has given a second factor, under another token: one that somebody
 * else came to know before is worth nothing. Undefined when it ended meanwhile.
 */
export async function renewSession(
  tx: Transaction,
  token: string,
): Promise<RenewedSession | undefined> {
  const next = newSessionToken();
  const [renewed] = await tx
    .update(sessions)
    .set({
      tokenHash: tokenHash(next),
      secondFactorAt: sql`clock_timestamp()`,
      passkeyChallenge: null,
    })
    .where(eq(sessions.tokenHash, tokenHash(token)))
    .returning({ expiresAt: sessions.expiresAt });
  return renewed && { token: next, expiresAt: renewed.expiresAt };
}

export function newSessionToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Ends a session for good; a copy of its cookie is worthless afterwards. */
export async function endSession(token: string, origin: Origin): Promise<void> {
  await db.transaction(async (tx) => {
    const [ended] = await tx
      .delete(sessions)
      .where(eq(sessions.tokenHash, tokenHash(token)))
      .returning({
        id: sessions.id,
        userId: sessions.userId,
        createdAt: sessions.createdAt,
        secondFactorAt: sessions.secondFactorAt,
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

type Person = Pick<
  OpenSession,
  "userId" | "name" | "email" | "role" | "createdAt" | "secondFactorAt"
>;

export function toActor(session: Person, origin: Origin): StaffActor {
  const { userId, name, email, role, createdAt: authenticatedAt, secondFactorAt } = session;
  return { kind: "staff", userId, name, email, role, authenticatedAt, secondFactorAt, origin };
}

/** What a session is found by. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
