import { integer, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * Columns of every table that `lib/work` claims rows from.
 * `due_at` null means nothing to do; while a row is worked on it lies a lease ahead.
 */
export const workColumns = {
  dueAt: instant(),
  failures: integer().notNull().default(0),
  /** Why the last try failed, in codes: never a person's data. */
  lastFailure: text(),
  /** Set after five failures; a person decides what happens next. */
  quarantinedAt: instant(),
};
