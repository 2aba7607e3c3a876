import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";
import { giveBackTry, takeTry } from "@/lib/rate-limits/take";
import { fail, type Result } from "@/lib/result";

/** Milliseconds since 1970 by the clock of the database, also while a transaction waits. */
export const clockMs = sql<number>`extract(epoch from clock_timestamp())::float8 * 1000`;

/** One attempt at somebody's second factor; only wrong ones count against the limit. */
export async function attempt<T, E extends { code: string }>(
  userId: string,
  perform: () => Promise<Result<T, E>>,
): Promise<Result<T, E | { code: "too_many" }>> {
  const taken = await takeTry("second-factor", userId);
  if (!taken.ok) return fail({ code: "too_many" });
  const result = await perform();
  if (result.ok || result.error.code !== "wrong") await giveBackTry("second-factor", userId);
  return result;
}

/** Of two requests about one person's factors, one is first. */
export async function holdPerson(tx: Transaction, userId: string): Promise<void> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("no key update");
}
