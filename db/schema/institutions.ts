import { sql } from "drizzle-orm";
import { date, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { newId } from "@/lib/id";
import type { InstitutionError } from "@/lib/institutions/model";
import { instant } from "./columns";
import { customers } from "./customers";

/** What Plaid last said about one customer at one bank. */
export const institutions = pgTable(
  "institutions",
  {
    customerId: text()
      .notNull()
      .references(() => customers.id),
    institutionId: text().notNull(),
    name: text().notNull(),
    status: text().notNull(),
    environments: jsonb().$type<Record<string, string>>().notNull(),
    statusSince: instant().notNull().defaultNow(),
    productionEnablementDate: date({ mode: "string" }),
    classicDisablementDate: date({ mode: "string" }),
    errors: jsonb().$type<InstitutionError[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.customerId, table.institutionId] }),
    // Of one bank and status, who has waited longest.
    index("institutions_waiting").on(
      table.institutionId,
      table.status,
      table.statusSince,
      table.customerId,
    ),
    // Whose bank has waited for us the longest.
    index("institutions_attention")
      .on(table.statusSince, table.customerId)
      .where(sql`${table.status} = 'ATTENTION_REQUIRED'`),
  ],
);

/** One row for each real change, never for a repetition. */
export const institutionChanges = pgTable(
  "institution_changes",
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => newId("evt")),
    customerId: text()
      .notNull()
      .references(() => customers.id),
    institutionId: text().notNull(),
    status: text().notNull(),
    source: text({ enum: ["webhook", "poll", "check"] }).notNull(),
    at: instant().notNull().defaultNow(),
  },
  (table) => [
    index().on(table.customerId, table.institutionId, table.at.desc()),
    index("institution_changes_latest").on(table.customerId, table.at, table.id),
  ],
);

/**
 * How many customers each bank has in each status: the sum of `n`. Triggers on `institutions` add a
 * row for every change, so that nobody waits for a counter; the work loop sums them up.
 */
export const institutionCounts = pgTable(
  "institution_counts",
  {
    institutionId: text().notNull(),
    status: text().notNull(),
    n: integer().notNull(),
  },
  (table) => [index().on(table.institutionId, table.status)],
);
