import { pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { customers } from "./customers";
import { users } from "./users";

/** Customers whose people were erased; what the company is stays. */
export const erasures = pgTable("erasures", {
  customerId: text()
    .primaryKey()
    .references(() => customers.id),
  erasedBy: text()
    .notNull()
    .references(() => users.id),
  /** The last time, where it was done again. */
  erasedAt: instant().notNull().defaultNow(),
});
