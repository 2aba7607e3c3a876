import "server-only";
import { lt, sql } from "drizzle-orm";
import { RateLimiterRes } from "rate-limiter-flexible";
import { db } from "@/db/client";
import { rateLimits } from "@/db/schema";
import { limitsFactor } from "@/lib/env";
import { keyed } from "@/lib/keyed";
import { log } from "@/lib/log";
import { fail, ok, type Result } from "@/lib/result";
import { singleton } from "@/lib/singleton";
import { DatabaseClockLimiter } from "./database-clock";
import { type Limit, type LimitName, limits, type TooMany } from "./model";

/**
 * Counts one try, in the database and in one statement: of any number at once in any number of
 * processes, exactly as many pass as may. Without the database nobody passes: it throws.
 *
 * @param who a network address, an id or an address of mail; only a keyed hash of it is kept.
 */
export async function takeTry(name: LimitName, who: string): Promise<Result<null, TooMany>> {
  try {
    await limiterOf(name).consume(keyOf(who));
    return ok(null);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    log.warn({ limit: name, who: keyOf(who).slice(0, 12) }, "limit reached");
    return fail({ code: "too_many", retryAfterS: Math.ceil(refused.msBeforeNext / 1000) });
  }
}

/** A try that succeeded is no guess: it does not count. */
export async function giveBackTry(name: LimitName, who: string): Promise<void> {
  await limiterOf(name).reward(keyOf(who));
}

/** Begins to count anew. */
export async function forgetTries(name: LimitName, who: string): Promise<void> {
  await limiterOf(name).delete(keyOf(who));
}

/** Forgets what no longer counts. */
export async function sweepTries(): Promise<void> {
  await db.delete(rateLimits).where(lt(rateLimits.expire, sql`now()`));
}

function limiterOf(name: LimitName): DatabaseClockLimiter {
  return singleton(`limit ${name}`, () => {
    const { times, seconds, atWork }: Limit = limits[name];
    const points = atWork ? times * limitsFactor() : times;
    return new DatabaseClockLimiter({
      storeClient: db,
      schema: rateLimits,
      keyPrefix: name,
      points,
      duration: seconds,
      // Whoever is over the limit costs no more statements until it ends.
      inMemoryBlockOnConsumed: points + 1,
      clearExpiredByTimeout: false,
    });
  });
}

function keyOf(who: string): string {
  return keyed("limit", who);
}
