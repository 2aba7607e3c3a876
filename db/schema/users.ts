import { boolean, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { newId } from "@/lib/id";
import { instant } from "./columns";
import { workColumns } from "./work";

/** The partner's own people. Nobody signs in without a row here. */
export const users = pgTable("users", {
  id: text()
    .primaryKey()
    .$defaultFn(() => newId("usr")),
  /** Lower case. */
  email: text().notNull().unique(),
  name: text().notNull(),
  role: text({ enum: ["viewer", "onboarder", "admin"] }).notNull(),
  emailVerified: instant(),
  suspendedAt: instant(),
  createdAt: instant().notNull().defaultNow(),
  /** Mails this person wants. Work: the next daily digest. */
  wantsTurnMails: boolean().notNull().default(true),
  wantsDigest: boolean().notNull().default(false),
  /** Shortcuts of one key; who works by voice turns them off (WCAG 2.1.4). */
  singleKeys: boolean().notNull().default(true),
  ...workColumns,
});

/** Checked on every request; a dump of it signs nobody in, because it holds only a hash. */
export const sessions = pgTable(
  "sessions",
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => newId("ses")),
    tokenHash: text().notNull().unique(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    ip: text(),
    userAgent: text(),
    createdAt: instant().notNull().defaultNow(),
    lastSeenAt: instant().notNull().defaultNow(),
    /** Absolute end, however active. */
    expiresAt: instant().notNull(),
  },
  (table) => [index().on(table.userId)],
);

/** Open sign-in links. The token itself is derived from `link_id` with a key outside the database. */
export const verificationTokens = pgTable(
  "verification_tokens",
  {
    identifier: text().notNull(),
    tokenHash: text().notNull(),
    linkId: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.identifier, table.tokenHash] })],
);
