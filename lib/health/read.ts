import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import journal from "@/db/migrations/meta/_journal.json";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { buildCommit, env } from "@/lib/env";
import { plaidClock } from "@/lib/partner-api/clock";
import manifest from "@/package.json";
import type { HealthFacts } from "./model";
import { readMail } from "./read-mail";
import { readPlaid } from "./read-plaid";
import { readQueues } from "./read-queues";
import { readWebhooks } from "./read-webhooks";
import { readWorkers } from "./read-workers";

/** How everything stands now, from what is written down: nobody outside is asked. */
export async function readHealth(actor: Actor): Promise<HealthFacts> {
  authorize(actor, "health.read");
  const { at, clock, database } = await readDatabase();
  const [plaid, webhooks, queues, workers, mail] = await Promise.all([
    readPlaid(),
    readWebhooks(),
    readQueues(),
    readWorkers(),
    readMail(),
  ]);
  const waiting = queues.find(({ name }) => name === "mails");
  return {
    at,
    plaid,
    webhooks,
    queues,
    workers,
    mail: {
      configured: env().SMTP_URL !== undefined,
      lagMs: waiting?.lagMs ?? 0,
      quarantined: waiting?.quarantined ?? 0,
      ...mail,
    },
    database,
    clock: { databaseMs: clock, plaidMs: plaidClock()?.aheadMs ?? null },
    build: {
      version: manifest.version,
      commit: buildCommit(),
      startedAt: new Date(Date.now() - process.uptime() * 1_000).toISOString(),
      node: process.version,
    },
  };
}

async function readDatabase() {
  const asked = Date.now();
  const [row] = await db.execute<{
    at: string;
    version: string;
    connections: number;
    most: number;
    applied: number;
  }>(sql`
    select to_json(clock_timestamp()) #>> '{}' as at,
      current_setting('server_version') as version,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
      current_setting('max_connections')::int as most,
      (select count(*)::int from drizzle.__drizzle_migrations) as applied`);
  if (!row) throw new Error("A query without a table has a row");
  const answered = Date.now();
  return {
    at: new Date(row.at).toISOString(),
    // It was read about halfway between question and answer.
    clock: Math.round((asked + answered) / 2 - Date.parse(row.at)),
    database: {
      version: row.version,
      answeredMs: answered - asked,
      connections: row.connections,
      connectionsMax: row.most,
      migrationsApplied: row.applied,
      migrationsNeeded: journal.entries.length,
    },
  };
}
