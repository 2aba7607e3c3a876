import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { newId } from "@/lib/id";
import { delimiters, encodings, type ImportProblems, verdicts } from "@/lib/imports/model";
import { instant } from "./columns";
import { users } from "./users";
import { workColumns } from "./work";

/** An uploaded CSV file. Work: its end, a week after it came. */
export const imports = pgTable(
  "imports",
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => newId("imp")),
    fileName: text().notNull(),
    encoding: text({ enum: encodings }).notNull(),
    delimiter: text({ enum: delimiters }).notNull(),
    header: jsonb().$type<string[]>().notNull(),
    rowCount: integer().notNull(),
    /** Per column the field it holds, null for none; null until somebody has decided. */
    mapping: jsonb().$type<(string | null)[]>(),
    userId: text()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull().defaultNow(),
    /** The run that makes the drafts. */
    runId: text(),
    ...workColumns,
  },
  (table) => [index().on(table.dueAt)],
);

/** The rows below the header, as they stand in the file, and what was put right since. */
export const importRows = pgTable(
  "import_rows",
  {
    importId: text()
      .notNull()
      .references(() => imports.id, { onDelete: "cascade" }),
    /** 1 is the first below the header. */
    position: integer().notNull(),
    cells: jsonb().$type<string[]>().notNull(),
    /** By field, what stands there instead of the file's cell. */
    fixes: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** Somebody looked: it is no duplicate. */
    notTwin: boolean().notNull().default(false),
    companyName: text().notNull().default(""),
    /** Its names as people confuse them. */
    nameKeys: text().array().notNull().default([]),
    verdict: text({ enum: verdicts }).notNull().default("problem"),
    problems: jsonb().$type<ImportProblems>().notNull().default({}),
    /** Answers that are still missing for Plaid. */
    missing: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.position] }),
    index().on(table.importId, table.verdict, table.position),
  ],
);
