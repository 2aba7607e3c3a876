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
const options = { max: POOL_SIZE, max_pipeline: 1, onnotice: () => {} };

function connect() {
  const client = postgres(databaseUrl(), options);
  const touch = setInterval(() => {
    void Promise.allSettled(Array.from({ length: POOL_SIZE }, () => client`select 1`));
  }, TOUCH_MS);
  touch.unref();
  return {
    db: drizzle(client, { schema, casing: "snake_case" }),
    close: () => {
      clearInterval(touch);
      return client.end({ timeout: 5 });
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
