import "server-only";
import { gt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import journal from "@/db/migrations/meta/_journal.json";
import { workerHeartbeats } from "@/db/schema";
import { env } from "@/lib/env";
import { describeFailure, log } from "@/lib/log";
import { slowestOf } from "@/lib/work/heartbeat";
import { startWork } from "@/lib/work/loop";
import { HANGS_MS, SILENT_MS } from "./model";

const DATABASE_MS = 2_000;
/** What PostgreSQL says of a table that is not there: nobody has migrated yet. */
const UNDEFINED_TABLE = "42P01";

export type Readiness = {
  ready: boolean;
  database: "up" | "down";
  migrations: "applied" | "missing" | "unknown";
  /** `silent`: no process has told of itself for a minute, or this one's loop hangs. */
  worker: "up" | "silent" | "unknown";
};

/** Whether people can be sent here now; codes only, for whoever watches over it. */
export async function checkReadiness(): Promise<Readiness> {
  const applied = await within(countMigrations);
  const database = applied === undefined ? "down" : "up";
  const migrations = judgeMigrations(applied);
  const worker = migrations === "applied" ? await judgeWorker() : "unknown";
  return { ready: worker === "up", database, migrations, worker };
}

async function countMigrations(): Promise<number> {
  try {
    const [row] = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from drizzle.__drizzle_migrations`,
    );
    return row?.count ?? 0;
  } catch (error) {
    if (describeFailure(error).code === UNDEFINED_TABLE) return 0;
    throw error;
  }
}

async function within<T>(query: () => Promise<T>): Promise<T | undefined> {
  try {
    return await Promise.race([query(), timeout()]);
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

async function judgeWorker(): Promise<Readiness["worker"]> {
  if (env().WORKER === "on" && slowestOf(startWork().heartbeats).slowestMs > HANGS_MS) {
    return "silent";
  }
  const fresh = gt(
    workerHeartbeats.seenAt,
    sql`now() - make_interval(secs => ${SILENT_MS / 1000})`,
  );
  const beating = await within(() => db.$count(workerHeartbeats, fresh));
  if (beating === undefined) return "unknown";
  return beating > 0 ? "up" : "silent";
}
