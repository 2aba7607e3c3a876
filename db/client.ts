import "server-only";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { databaseUrl } from "@/lib/env";
import { singleton } from "@/lib/singleton";
import { fencedBegin } from "./fence";
import { openPool, POOL_SIZE } from "./pool";
import * as schema from "./schema";

const TOUCH_MS = 5_000;
const RECONNECT_SECONDS = 0.25;

/**
 * Transactions have connections of their own: postgres.js may put a BEGIN behind a query on a busy
 * connection, and then refuses it as UNSAFE_TRANSACTION.
 */
function connect() {
  const queries = openPool();
  const transactions = openPool();
  const begin = fencedBegin(transactions.current);
  // What drizzle uses of a client.
  const client = {
    options: queries.current().options,
    unsafe: (...query: Parameters<postgres.Sql["unsafe"]>) => queries.current().unsafe(...query),
    begin,
  } as unknown as postgres.Sql;

  const each = Array.from({ length: POOL_SIZE });
  const touch = setInterval(() => {
    void Promise.allSettled(each.map(() => client.unsafe("select 1")));
    void Promise.allSettled(each.map(() => begin((tx) => tx.unsafe("select 1"))));
  }, TOUCH_MS);
  touch.unref();
  return {
    db: drizzle(client, { schema, casing: "snake_case" }),
    close: async () => {
      clearInterval(touch);
      await Promise.all([queries.close(), transactions.close()]);
    },
  };
}

const pool = singleton("db", connect);

export const db = pool.db;
export type Database = typeof db;
/** An open transaction: what happens in it happens together or not at all. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

export function closeDatabase(): Promise<void> {
  return pool.close();
}

/** A connection of its own for LISTEN: drizzle changes the serialisers of the client it is given. */
export function openListener() {
  return postgres(databaseUrl(), { max: 1, backoff: () => RECONNECT_SECONDS, onnotice: () => {} });
}
