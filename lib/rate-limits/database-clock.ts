import "server-only";
import { sql } from "drizzle-orm";
import { RateLimiterDrizzle } from "rate-limiter-flexible";
import { db } from "@/db/client";
import { rateLimits } from "@/db/schema";

const points = sql.placeholder("points");
const ends = sql`clock_timestamp() + make_interval(secs => ${sql.placeholder("seconds")})`;
const left = sql`extract(epoch from ${rateLimits.expire} - clock_timestamp())::float8 * 1000`;
const isOver = sql`${rateLimits.expire} <= clock_timestamp()`;

const count = db
  .insert(rateLimits)
  .values({ key: sql.placeholder("key"), points, expire: ends })
  .onConflictDoUpdate({
    target: rateLimits.key,
    set: {
      points: sql`case when ${isOver} then ${points} else ${rateLimits.points} + ${points} end`,
      expire: sql`case when ${isOver} then ${ends} else ${rateLimits.expire} end`,
    },
  })
  .returning({
    points: rateLimits.points,
    leftMs: left.mapWith(Number),
    // Waits for no disk: a database that crashes forgets the tries of its last moment.
    quick: sql`set_config('synchronous_commit', 'off', true)`,
  })
  .prepare("count_try");

type Counted = { points: number; leftMs: number };

/**
 * The library lets a window end by the clock of the process. Two processes whose clocks differ would
 * end each other's windows, and whoever alternates between them would have any number of tries.
 */
export class DatabaseClockLimiter extends RateLimiterDrizzle {
  /** Named and called by the library; every way of counting comes here. */
  async _upsert(key: string, points: number, msDuration: number) {
    const [counted] = await count.execute({ key, points, seconds: msDuration / 1000 });
    return toStored(counted ?? { points, leftMs: msDuration });
  }
}

/** The library subtracts the clock of this process again. */
function toStored({ points, leftMs }: Counted) {
  return { points, expire: new Date(Date.now() + leftMs) };
}
