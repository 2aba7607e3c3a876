import "server-only";
import { and, eq, gt, isNotNull, isNull, or, sql } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db/client";
import { users, verificationTokens } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { fail, ok, type Result } from "@/lib/result";
import type { Origin, Role } from "./model";

type Person = { email: string; name: string; role: Role };

/** Who may sign in, by whichever way: suspended people may not, nor does an invitation that has ended let in. */
export const maySignIn = and(
  isNull(users.suspendedAt),
  or(
    isNotNull(users.emailVerified),
    isNull(users.invitationEndsAt),
    gt(users.invitationEndsAt, sql`now()`),
  ),
);

/** One act on who is in the team at a time: who its last admin is can then be told. */
export async function lockTeam(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(3, 0)`);
}

/** Certain under `lockTeam`. Who was invited as an admin and did not come yet cannot help anybody. */
export async function isLastAdmin(
  source: Database | Transaction,
  userId: string,
): Promise<boolean> {
  const admins = await source
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), isNull(users.suspendedAt), isNotNull(users.emailVerified)))
    .limit(2);
  return admins.length === 1 && admins[0]?.id === userId;
}

/** Links that were mailed or printed for an address, and are worth nothing from now on. */
export async function closeLinks(tx: Transaction, email: string): Promise<void> {
  await tx.delete(verificationTokens).where(eq(verificationTokens.identifier, email));
}

/** The team's list says when somebody was last active, also long after the session is gone. */
export async function noteActivity(source: Database | Transaction, userId: string): Promise<void> {
  await source.update(users).set({ lastActiveAt: sql`now()` }).where(eq(users.id, userId));
}

/** Somebody has proven that the address is theirs; the first time they join the team by it. */
export async function confirmAddress(
  tx: Transaction,
  userId: string,
  origin: Origin,
): Promise<void> {
  const [joined] = await tx
    .update(users)
    .set({ emailVerified: sql`now()`, invitationEndsAt: null })
    .where(and(eq(users.id, userId), isNull(users.emailVerified)))
    .returning({ name: users.name, email: users.email, role: users.role });
  if (!joined) {
    await tx.update(users).set({ emailVerified: sql`now()` }).where(eq(users.id, userId));
    return;
  }
  await closeLinks(tx, joined.email);
  const now = { authenticatedAt: new Date(), secondFactorAt: null };
  const actor = { kind: "staff", userId, origin, ...now, ...joined } as const;
  await recordAudit(tx, actor, { action: "user.joined", subject: userId });
}

/** Whoever may run commands on the server decides who is in the team; done twice it changes nothing. */
export async function admitPerson({
  email,
  name,
  role,
}: Person): Promise<Result<null, { code: "last_admin" }>> {
  return await db.transaction(async (tx) => {
    const actor = { kind: "system", job: "command" } as const;
    await lockTeam(tx);
    const [added] = await tx
      .insert(users)
      .values({ email, name, role })
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id });
    if (added) {
      await recordAudit(tx, actor, { action: "user.create", subject: added.id, details: { role } });
      return ok(null);
    }
    const [known] = await tx
      .select({ id: users.id, name: users.name, role: users.role })
      .from(users)
      .where(eq(users.email, email))
      .for("update");
    if (!known || (known.name === name && known.role === role)) return ok(null);
    if (role !== "admin" && (await isLastAdmin(tx, known.id))) return fail({ code: "last_admin" });
    await tx.update(users).set({ name, role }).where(eq(users.id, known.id));
    const details = { from: known.role, to: role };
    await recordAudit(tx, actor, { action: "user.change", subject: known.id, details });
    return ok(null);
  });
}
