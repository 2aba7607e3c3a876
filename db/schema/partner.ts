import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable, text } from "drizzle-orm/pg-core";

/** The partner's own details: the one row `true`. */
export const partnerSettings = pgTable(
  "partner_settings",
  {
    onlyRow: boolean().primaryKey().default(true),
    /** Null until an administrator has entered it. */
    partnerName: text(),
    countryCode: text().notNull().default("US"),
    technicalContact: text(),
    billingContact: text(),
    hasMonthlyCommitment: boolean().notNull().default(false),
    /** Who approves answers must not be the one who sends them; likewise for enabling. */
    secondPersonSends: boolean().notNull().default(false),
    secondPersonEnables: boolean().notNull().default(false),
    /** How long a secret that nobody asked for is kept. */
    secretRetentionDays: integer().notNull().default(30),
  },
  (table) => [
    check("partner_settings_one_row", sql`${table.onlyRow}`),
    check("partner_settings_retention", sql`${table.secretRetentionDays} between 1 and 365`),
  ],
);
