import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { ManualItem } from "@/lib/launch/model";
import { instant } from "./columns";
import { customers } from "./customers";
import { users } from "./users";

/** What a person says is done before a customer goes live; without a row it is not. */
export const launchTicks = pgTable(
  "launch_ticks",
  {
    customerId: text()
      .notNull()
      .references(() => customers.id),
    item: text().$type<ManualItem>().notNull(),
    tickedBy: text()
      .notNull()
      .references(() => users.id),
    tickedAt: instant().notNull().defaultNow(),
    note: text().notNull().default(""),
    /** An address of the web; empty when there is none. */
    link: text().notNull().default(""),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.item] })],
);
