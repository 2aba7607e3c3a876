import { sql } from "drizzle-orm";
import {
  bigint,
  customType,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { statusesOfTurn, type Turn } from "@/lib/statuses/model";

/** Compared byte by byte: a prefix is a range, whatever language the database speaks. */
export const bytewise = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

const quoted = (statuses: string[]) => statuses.map((status) => `'${status}'`).join(", ");
const turns: Turn[] = ["you", "customer", "nobody"];

/**
 * Whose turn a row of `customers` says it is: the dictionary's word, but that a live customer waits
 * for us while a bank does, and for Plaid until every bank is enabled.
 */
export const turnOfRow = sql.raw(`case
  when status = 'ACTIVE' and banks_attention > 0 then 'you'
  when status = 'ACTIVE' and (banks_total = 0 or banks_enabled < banks_total) then 'plaid'
  ${turns.map((turn) => `when status in (${quoted(statusesOfTurn(turn))}) then '${turn}'`).join("\n  ")}
  else 'plaid' end`);

/** How names are sorted: without case and accents, and those without a name last. */
export const nameKeyOfRow = sql.raw(
  "coalesce(nullif(left(search_fold(company_name), 100), ''), chr(1114111))",
);

/** What the search box finds a customer by. Kept by triggers on `customers`. */
export const customerTerms = pgTable(
  "customer_terms",
  { customerId: text().notNull(), term: bytewise().notNull() },
  (table) => [
    primaryKey({ columns: [table.customerId, table.term] }),
    index().on(table.term, table.customerId),
  ],
);

/** How many customers there are: the sum of `n`, which triggers on `customers` add to. */
export const customerCounts = pgTable("customer_counts", {
  turn: text().$type<Turn>().notNull(),
  status: text().notNull(),
  n: bigint({ mode: "number" }).notNull(),
});

/** How many customers went live in the week beginning with this Monday, by the days it had taken. */
export const goLiveCounts = pgTable(
  "go_live_counts",
  {
    week: date({ mode: "string" }).notNull(),
    days: integer().notNull(),
    n: bigint({ mode: "number" }).notNull(),
  },
  (table) => [index().on(table.week)],
);
