import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { users } from "./users";

/** Wordings people confirm. A published version never changes. */
export const attestationTexts = pgTable(
  "attestation_texts",
  {
    kind: text().notNull(),
    /** The first of its kind is 1, and each one follows the one before; the highest is in force. */
    version: integer().notNull(),
    title: text().notNull(),
    /** `{partner}` and `{legalEntityName}` stand for the names. */
    body: text().notNull(),
    /** Of `body`, in hex; a trigger fills it in. */
    sha256: text().notNull().default(""),
    publishedAt: instant().notNull().defaultNow(),
    /** Null for what came with the product. */
    publishedBy: text().references(() => users.id),
  },
  (table) => [primaryKey({ columns: [table.kind, table.version] })],
);

/** The next version of a wording, while it is worked on. */
export const attestationDrafts = pgTable("attestation_drafts", {
  kind: text().primaryKey(),
  title: text().notNull(),
  body: text().notNull(),
  savedBy: text()
    .notNull()
    .references(() => users.id),
  savedAt: instant().notNull().defaultNow(),
});
