import { index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { FieldValue } from "@/lib/answers/model";
import type { AnswerStep } from "@/lib/onboarding/model";
import { instant } from "./columns";
import { customers } from "./customers";

/**
 * What fields were before and after somebody worked on them. Kept apart from the audit log, which
 * names the `editor` only: answers are erased with their customer, the log is not.
 */
export const answerChanges = pgTable(
  "answer_changes",
  {
    customerId: text()
      .notNull()
      .references(() => customers.id),
    step: text().$type<AnswerStep>().notNull(),
    /** One opening of a page: all that is typed in it is one change of each field. */
    editor: text().notNull(),
    path: text().notNull(),
    before: jsonb().$type<FieldValue>(),
    after: jsonb().$type<FieldValue>(),
    /** A member of the team, or an invitation. */
    changedBy: text().notNull(),
    at: instant().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.customerId, table.editor, table.step, table.path] }),
    index().on(table.customerId, table.at),
  ],
);
