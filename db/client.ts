import "server-only";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { databaseUrl } from "@/lib/env";
import { singleton } from "@/lib/singleton";
import * as schema from "./schema";

const POOL_SIZE = 10;
const TOUCH_MS = 5_000;

/**
 * `max_pipeline: 1` and the touch belong together: postgres.js otherwise keeps holes in its queue of
 * free connections, and a long-lived pool slows down for good (see docs/adr/0003).
 */
const options = {
  max: POOL_SIZE,
  max_pipeline: 1,
  onnotice: () => {},
  // PostgreSQL takes a disk for a turning one, and would rather read a table whole than a range of it.
  connection: { random_page_cost: 1.1 },
};

/**
 * Transactions have connections of their own. With `max_pipeline: 1` postgres.js may put a BEGIN
 * behind a query on a busy connection, and then refuses it as UNSAFE_TRANSACTION: in one pool every
 * transaction fails that begins while all connections are at work.
 */
function connect() {
  const client = postgres(databaseUrl(), options);
  const transactions = postgres(databaseUrl(), options);
  // Once per client: drizzle also changes how its values are written.
  drizzle(transactions);
  client.begin = transactions.begin;
  const each = Array.from({ length: POOL_SIZE });
  const touch = setInterval(() => {
    void Promise.allSettled(each.map(() => client`select 1`));
    void Promise.allSettled(each.map(() => transactions.begin((tx) => tx`select 1`)));
  }, TOUCH_MS);
  touch.unref();
  return {
    db: drizzle(client, { schema, casing: "snake_case" }),
    close: async () => {
      clearInterval(touch);
      await Promise.all([client.end({ timeout: 5 }), transactions.end({ timeout: 5 })]);
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
  return postgres(databaseUrl(), { max: 1, onnotice: () => {} });
}
