import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { newId } from "@/lib/id";
import { bytes, instant } from "./columns";
import { users } from "./users";

/** What a person proves with that it is them, after the mailed link or single sign-on. */
export const secondFactors = pgTable(
  "second_factors",
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => newId("fac")),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text({ enum: ["totp", "passkey"] }).notNull(),
    /** As its person calls it. */
    name: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
    /** An authenticator app counts from the first right code on. */
    confirmedAt: instant(),
    lastUsedAt: instant(),
    /** Of an authenticator app: its secret, sealed. */
    sealed: bytes(),
    /** The time step of the last code that was taken: none is taken twice. */
    lastStep: integer(),
    /** Of a passkey, as the browser names it and as it signs. */
    credentialId: text().unique(),
    publicKey: bytes(),
    counter: bigint({ mode: "number" }),
    transports: jsonb().$type<string[]>(),
  },
  (table) => [
    index().on(table.userId),
    // Setting one up anew replaces what was not finished.
    uniqueIndex("second_factors_unfinished").on(table.userId).where(sql`confirmed_at is null`),
  ],
);

/** Ten a person. Random enough that a plain hash does not give them away. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** SHA-256. */
    hash: text().notNull(),
    usedAt: instant(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.hash] })],
);
