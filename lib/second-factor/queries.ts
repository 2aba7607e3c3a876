import "server-only";
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db/client";
import { recoveryCodes, secondFactors, users } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import type { Factors } from "./model";

/** A person's own factors, and how many recovery codes are left. */
export async function getFactors(actor: Actor): Promise<Factors> {
  authorize(actor, "account.secure");
  const { userId } = actor;
  const codesLeft = await db.$count(
    recoveryCodes,
    and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)),
  );
  const found = await confirmedFactors(db, userId);
  const factors = found.map(({ id, kind, name, createdAt, lastUsedAt }) => ({
    ...{ id, kind, name },
    addedAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
  return { factors, codesLeft };
}

/** Which kinds a person whose session waits for a second factor can give. */
export async function factorKinds(userId: string): Promise<Factors["factors"][number]["kind"][]> {
  const found = await confirmedFactors(db, userId);
  return [...new Set(found.map(({ kind }) => kind))];
}

export async function confirmedFactors(source: Database | Transaction, userId: string) {
  return await source
    .select()
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt)))
    .orderBy(asc(secondFactors.createdAt), asc(secondFactors.id));
}

/** Whose factors an admin is about to take away; undefined when nobody has this id. */
export async function getPersonToReset(actor: Actor, userId: string) {
  authorize(actor, "factor.reset");
  const [person] = await db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(eq(users.id, userId));
  if (!person) return undefined;
  const { length } = await confirmedFactors(db, userId);
  return { ...person, factors: length };
}
