import { index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { newId } from "@/lib/id";
import type { ImportPatches } from "@/lib/imports/model";
import { type ItemReason, itemStates, runKinds } from "@/lib/runs/model";
import { instant } from "./columns";
import { users } from "./users";
import { workColumns } from "./work";

/** One act for many customers. Work: its end, when nobody looks at it any more. */
export const bulkRuns = pgTable(
  "bulk_runs",
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => newId("run")),
    kind: text({ enum: runKinds }).notNull(),
    selected: integer().notNull(),
    /** Of an assignment; null for nobody. */
    assigneeId: text().references(() => users.id),
    /** In whose name it acts, and how that person came to start it. */
    userId: text()
      .notNull()
      .references(() => users.id),
    authenticatedAt: instant().notNull(),
    ip: text().notNull(),
    userAgent: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
    startedAt: instant(),
    pausedAt: instant(),
    ...workColumns,
  },
  (table) => [index().on(table.dueAt)],
);

/** One customer of a run. Work: the act itself. */
export const bulkItems = pgTable(
  "bulk_items",
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => newId("itm")),
    runId: text()
      .notNull()
      .references(() => bulkRuns.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    /** Of an import: the draft's, before it exists, so that doing it twice makes one. */
    customerId: text().notNull(),
    companyName: text().notNull(),
    /** Of an import: what the draft will hold; gone once it does. */
    patches: jsonb().$type<ImportPatches>(),
    state: text({ enum: itemStates }).notNull().default("queued"),
    reason: jsonb().$type<ItemReason>(),
    startedAt: instant(),
    finishedAt: instant(),
    ...workColumns,
  },
  (table) => [
    uniqueIndex().on(table.runId, table.position),
    index().on(table.runId, table.state, table.position),
    index().on(table.customerId),
    index().on(table.dueAt),
  ],
);
