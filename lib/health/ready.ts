import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import journal from "@/db/migrations/meta/_journal.json";
import { env } from "@/lib/env";
import { describeFailure, log } from "@/lib/log";
import { startWork } from "@/lib/work/loop";

const DATABASE_MS = 2_000;
/** A source that has not looked for work for this long hangs: one task is given up long before. */
const HEARTBEAT_MS = 120_000;

export type Readiness = {
  ready: boolean;
  database: "up" | "down";
  migrations: "applied" | "missing" | "unknown";
  worker: "up" | "hanging" | "elsewhere";
};

/** Whether this process can do its work now; codes only, for whoever watches over it. */
export async function checkReadiness(): Promise<Readiness> {
  const applied = await countMigrations();
  const database = applied === undefined ? "down" : "up";
  const migrations = judgeMigrations(applied);
  const worker = judgeWorker();
  const ready = migrations === "applied" && worker !== "hanging";
  return { ready, database, migrations, worker };
}

async function countMigrations(): Promise<number | undefined> {
  const query = db.execute<{ count: number }>(
    sql`select count(*)::int as count from drizzle.__drizzle_migrations`,
  );
  try {
    const rows = await Promise.race([query, timeout()]);
    return rows?.[0]?.count;
  } catch (error) {
    log.warn({ failure: describeFailure(error) }, "not ready");
    return undefined;
  }
}

function timeout(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, DATABASE_MS, undefined).unref());
}

function judgeMigrations(applied: number | undefined): Readiness["migrations"] {
  if (applied === undefined) return "unknown";
  // A newer portal may have migrated further already; what this one needs is there.
  return applied >= journal.entries.length ? "applied" : "missing";
}

function judgeWorker(): Readiness["worker"] {
  if (env().WORKER === "off") return "elsewhere";
  const oldest = Math.min(...[...startWork().heartbeats.values()].map(Number));
  return Date.now() - oldest > HEARTBEAT_MS ? "hanging" : "up";
}
