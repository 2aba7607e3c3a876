import { db } from "@/db/client";
import { customers } from "@/db/schema";
import type { CustomerFilter } from "@/lib/customers/model";
import type { Staff } from "./actors";

export const everything: CustomerFilter = {
  search: "",
  status: null,
  turn: null,
  after: null,
  before: null,
};

export type CustomerValues = Partial<typeof customers.$inferInsert>;

/** Rows as they are, without any draft or Plaid behind them. */
export async function addCustomers(actor: Staff, rows: CustomerValues[]): Promise<string[]> {
  const added = await db
    .insert(customers)
    .values(rows.map((row) => ({ createdBy: actor.userId, ...row })))
    .returning({ id: customers.id });
  return added.map(({ id }) => id);
}
