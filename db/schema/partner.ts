import { sql } from "drizzle-orm";
import { boolean, check, date, integer, pgTable, text } from "drizzle-orm/pg-core";

/** The partner's own details: the one row `true`. */
export const partnerSettings = pgTable(
  "partner_settings",
  {
    onlyRow: boolean().primaryKey().default(true),
    /** Counts changes, so that two people cannot overwrite each other unseen. */
    version: integer().notNull().default(0),
    /** Null until an administrator has entered it. */
    partnerName: text(),
    countryCode: text().notNull().default("US"),
    technicalContact: text(),
    billingContact: text(),
    hasMonthlyCommitment: boolean().notNull().default(false),
    /** Plaid's codes of what the partner has itself; empty while nobody has said. */
    products: text().array().notNull().default(sql`'{}'`),
    /** When the partner's account at Plaid was made: older ones may leave support information out. */
    accountSince: date({ mode: "string" }),
    /** What Plaid shows of the partner where a customer has no support information of its own. */
    supportEmail: text(),
    supportPhoneNumber: text(),
    supportContactUrl: text(),
    supportLinkUpdateUrl: text(),
    /** Where an invited customer may ask, and its mails are answered to. */
    contactEmail: text(),
    /** A line of the partner's own above what an invited customer is asked for. */
    greeting: text().notNull().default(""),
    /** Who approves answers must not be the one who sends them; likewise for enabling. */
    secondPersonSends: boolean().notNull().default(false),
    secondPersonEnables: boolean().notNull().default(false),
    /** How long a secret that nobody asked for is kept. */
    secretRetentionDays: integer().notNull().default(30),
    /** How long a draft is kept that nobody works on. */
    draftRetentionDays: integer().notNull().default(180),
  },
  (table) => [
    check("partner_settings_one_row", sql`${table.onlyRow}`),
    check("partner_settings_retention", sql`${table.secretRetentionDays} between 1 and 365`),
    check("partner_settings_draft_retention", sql`${table.draftRetentionDays} between 30 and 730`),
  ],
);
