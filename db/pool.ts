import "server-only";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { databaseUrl } from "@/lib/env";

/** How many connections one pool holds. */
export const POOL_SIZE = 10;
const RENEW_MS = 1_000;
const RETIRE_MS = 5_000;
const END_SECONDS = 5;

/** docs/adr/0003 says why. */
const options = {
  max: POOL_SIZE,
  max_pipeline: 1,
  max_lifetime: null,
  connect_timeout: 5,
  backoff: () => 0.1,
  onnotice: () => {},
  // PostgreSQL takes a disk for a turning one, and would rather read a table whole than a range of it.
  connection: { random_page_cost: 1.1 },
};

export type Pool = {
  /** To be asked for anew before each query or transaction. */
  current: () => postgres.Sql;
  close: () => Promise<void>;
};

/**
 * postgres.js may leave a lost connection in a state it does not recover from, so a client that lost
 * one gets no more queries: another takes its place, at most once a second.
 */
export function openPool(): Pool {
  let client = connect();
  let renewedAt = 0;
  let renewal: NodeJS.Timeout | undefined;
  let closed = false;

  function connect(): postgres.Sql {
    const made: postgres.Sql = postgres(databaseUrl(), { ...options, onclose: () => lost(made) });
    // Once per client: drizzle also changes how its values are written.
    drizzle(made);
    return made;
  }

  function lost(loser: postgres.Sql): void {
    if (closed || renewal || loser !== client) return;
    const early = renewedAt + RENEW_MS - Date.now();
    if (early <= 0) renew();
    else renewal = setTimeout(renew, early).unref();
  }

  function renew(): void {
    const old = client;
    client = connect();
    renewedAt = Date.now();
    renewal = undefined;
    // What it is at, or has waiting, may come to its end.
    setTimeout(() => void old.end({ timeout: END_SECONDS }), RETIRE_MS).unref();
  }

  return {
    current: () => client,
    close: async () => {
      closed = true;
      clearTimeout(renewal);
      await client.end({ timeout: END_SECONDS });
    },
  };
}
