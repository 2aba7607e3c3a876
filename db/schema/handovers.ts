import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { newId } from "@/lib/id";
import type { SecretKind } from "@/lib/secrets/model";
import { instant } from "./columns";
import { customers } from "./customers";
import { users } from "./users";

/** A link by which one person of an end customer is shown secrets, one time. */
export const handovers = pgTable(
  "handovers",
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => newId("hov")),
    customerId: text()
      .notNull()
      .references(() => customers.id),
    kinds: jsonb().$type<SecretKind[]>().notNull(),
    name: text().notNull(),
    /** Lower case. */
    email: text().notNull(),
    language: text({ enum: ["en", "es", "fr"] })
      .notNull()
      .default("en"),
    /** SHA-256 of the link's token, which is derived from the id with a key outside the database. */
    tokenHash: text().notNull().unique(),
    createdBy: text()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    /** First time a code was asked for: opening alone leaves no trace. */
    openedAt: instant(),
    /** Wrong codes, of all devices together. */
    codeTries: integer().notNull().default(0),
    lockedAt: instant(),
    revokedAt: instant(),
    /** By which device, and from where: only it sees the secrets again until they are deleted. */
    revealedAt: instant(),
    revealedDevice: text(),
    revealedIp: text(),
    revealedUserAgent: text(),
    /** The reader said that it has stored them. */
    storedAt: instant(),
  },
  (table) => [
    index().on(table.customerId, table.createdAt.desc()),
    // Links that were never used, by when they ended.
    index("handovers_unused").on(table.expiresAt).where(sql`${table.revealedAt} is null`),
  ],
);

/** A browser that asked for a code; each code is a row of its own. */
export const handoverDevices = pgTable(
  "handover_devices",
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => newId("hod")),
    handoverId: text()
      .notNull()
      .references(() => handovers.id),
    /** SHA-256 of the cookie's token. */
    tokenHash: text().notNull().unique(),
    codeSentAt: instant().notNull().defaultNow(),
    confirmedAt: instant(),
    /** Empty until the code is given. */
    ip: text().notNull(),
    userAgent: text().notNull(),
  },
  (table) => [index().on(table.handoverId, table.codeSentAt.desc()), index().on(table.codeSentAt)],
);
