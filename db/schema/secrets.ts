import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { bytes, instant } from "./columns";
import { customers } from "./customers";
import { handovers } from "./handovers";
import { users } from "./users";
import { workColumns } from "./work";

/** Secrets as Plaid returned them once, sealed. Work: when the sealed value is deleted. */
export const secrets = pgTable(
  "secrets",
  {
    id: text().primaryKey().default(sql`'sec_' || replace(gen_random_uuid()::text, '-', '')`),
    customerId: text()
      .notNull()
      .references(() => customers.id),
    kind: text({ enum: ["sandbox", "production"] }).notNull(),
    version: integer().notNull().default(1),
    sealed: bytes(),
    receivedAt: instant().notNull().defaultNow(),
    /** Who typed it in; null where it came from Plaid. */
    pastedBy: text().references(() => users.id),
    /** The link it is promised to, or went by. */
    handoverId: text().references(() => handovers.id),
    revealedAt: instant(),
    /** One of the partner's people; null where it went by a link. */
    revealedBy: text().references(() => users.id),
    revealedIp: text(),
    /** Names the session that revealed it: only that one sees it again until it is deleted. */
    revealerSignedInAt: instant(),
    /** Deleted unseen, because it had been kept for as long as the partner wants. */
    expiredAt: instant(),
    ...workColumns,
  },
  (table) => [
    unique("secrets_one_per_kind").on(table.customerId, table.kind),
    index().on(table.dueAt),
    index().on(table.handoverId),
  ],
);
