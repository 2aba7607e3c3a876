import { sql } from "drizzle-orm";
import { bigint, customType, index, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

const transactionId = customType<{ data: string }>({ dataType: () => "xid8" });

/** Which customers changed within the last hour, for pages that were not connected to be told. */
export const changes = pgTable(
  "changes",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    xid: transactionId().notNull().default(sql`pg_current_xact_id()`),
    customerId: text().notNull(),
    at: instant().notNull().defaultNow(),
  },
  (table) => [index().on(table.xid)],
);
