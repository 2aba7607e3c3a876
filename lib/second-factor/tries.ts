import "server-only";
import { and, eq, lte, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { secondFactorTries, users } from "@/db/schema";
import { log } from "@/lib/log";
import { TRIES_MAX, TRIES_MINUTES } from "./model";

/** Milliseconds since 1970 by the clock of the database, also while a transaction waits. */
export const clockMs = sql<number>`extract(epoch from clock_timestamp())::float8 * 1000`;

/** Whether this person may try a code. Tries of one person wait for each other until the transaction ends. */
export async function mayTry(tx: Transaction, userId: string): Promise<boolean> {
  await holdPerson(tx, userId);
  const over = sql`clock_timestamp() - make_interval(mins => ${TRIES_MINUTES})`;
  await tx
    .delete(secondFactorTries)
    .where(and(eq(secondFactorTries.userId, userId), lte(secondFactorTries.at, over)));
  return (await tx.$count(secondFactorTries, eq(secondFactorTries.userId, userId))) < TRIES_MAX;
}

/** Of two requests about one person's factors, one is first. */
export async function holdPerson(tx: Transaction, userId: string): Promise<void> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("no key update");
}

export async function countWrong(tx: Transaction, userId: string): Promise<void> {
  await tx.insert(secondFactorTries).values({ userId, at: sql`clock_timestamp()` });
  log.warn({ userId }, "a second factor was wrong");
}

export async function forgetTries(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(secondFactorTries).where(eq(secondFactorTries.userId, userId));
}
