import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** How often somebody did what is limited, as rate-limiter-flexible counts it. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    /** The limit's name and a keyed hash of who is counted: a dump lists nobody. */
    key: text().primaryKey(),
    points: integer().notNull(),
    expire: instant(),
  },
  (table) => [index().on(table.expire)],
);

/** One row for each process that does background work, written every few seconds while it lives. */
export const workerHeartbeats = pgTable("worker_heartbeats", {
  process: text().primaryKey(),
  version: text().notNull(),
  startedAt: instant().notNull().defaultNow(),
  seenAt: instant().notNull().defaultNow(),
  /** The source that has not looked for work for the longest time, and how long that is. */
  slowest: text().notNull(),
  slowestMs: integer().notNull(),
});
