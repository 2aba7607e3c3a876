import { type SQL, sql } from "drizzle-orm";
import { boolean, index, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { newId } from "@/lib/id";
import { instant } from "./columns";
import { workColumns } from "./work";

/** The partner's own people. Nobody signs in without a row here. */
export const users = pgTable(
  "users",
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => newId("usr")),
    /** Lower case. */
    email: text().notNull().unique(),
    name: text().notNull(),
    role: text({ enum: ["viewer", "onboarder", "admin"] }).notNull(),
    /** The last sign-in that proved the address; null for who was invited and never came. */
    emailVerified: instant(),
    /** Of who was invited and did not come yet: afterwards nothing signs them in. */
    invitationEndsAt: instant(),
    /** The last request of any of the person's sessions, to the minute. */
    lastActiveAt: instant(),
    suspendedAt: instant(),
    createdAt: instant().notNull().defaultNow(),
    /** Mails this person wants. Work: the next daily digest. */
    wantsTurnMails: boolean().notNull().default(true),
    wantsDigest: boolean().notNull().default(false),
    /** Shortcuts of one key; who works by voice turns them off (WCAG 2.1.4). */
    singleKeys: boolean().notNull().default(true),
    ...workColumns,
  },
  // The orders of the team's list, and its search.
  ({ id, name, email, lastActiveAt, createdAt }) => [
    index("users_by_name").on(nameKeyOf(name), id),
    index("users_by_activity").on(
      sql`(${activityOf(lastActiveAt, createdAt)}) desc nulls last`,
      sql`${id} desc nulls last`,
    ),
    index("users_search").using("gin", sql`(${searchTextOf(name, email)}) gin_trgm_ops`),
  ],
);

type Column = Parameters<typeof sql>[1];

/** How people are ordered by name. */
export function nameKeyOf(name: Column): SQL<string> {
  return sql<string>`(search_fold(${name}) collate "C")`;
}

/** When somebody was last heard of. */
export function activityOf(lastActiveAt: Column, createdAt: Column): SQL<Date> {
  return sql<Date>`coalesce(${lastActiveAt}, ${createdAt})`;
}

/** What somebody is found by. */
export function searchTextOf(name: Column, email: Column): SQL<string> {
  return sql<string>`search_fold(${name} || ' ' || ${email})`;
}

/** Which account of the identity provider a person signs in with: bound by the first sign-in. */
export const ssoAccounts = pgTable(
  "sso_accounts",
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    issuer: text().notNull(),
    subject: text().notNull(),
    boundAt: instant().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.issuer] }),
    unique("sso_accounts_subject").on(table.issuer, table.subject),
  ],
);

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
    /** When its person last gave a second factor. */
    secondFactorAt: instant(),
    /** What a passkey has to sign next; good for one answer. */
    passkeyChallenge: text(),
  },
  (table) => [index().on(table.userId), index().on(table.expiresAt)],
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
  (table) => [
    primaryKey({ columns: [table.identifier, table.tokenHash] }),
    index().on(table.expiresAt),
  ],
);
