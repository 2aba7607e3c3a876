import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { LIVE_CHANNEL } from "./model";

/** Tells every open page that this customer changed. Sent when the transaction commits, never before. */
export async function announce(tx: Transaction, customerId: string): Promise<void> {
  const news = JSON.stringify({ customerId });
  await tx.execute(sql`select pg_notify(${LIVE_CHANNEL}, ${news})`);
}
