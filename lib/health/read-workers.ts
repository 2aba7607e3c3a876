import "server-only";
import { asc, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { workerHeartbeats } from "@/db/schema";
import type { HealthFacts } from "./model";

/** Ours: more processes are not listed. */
const PROCESSES_MAX = 50;

/** Every process that has told of itself within the last hour. */
export async function readWorkers(): Promise<HealthFacts["workers"]> {
  const rows = await db
    .select({
      process: workerHeartbeats.process,
      version: workerHeartbeats.version,
      startedAt: workerHeartbeats.startedAt,
      seenMs: sql<number>`(extract(epoch from now() - ${workerHeartbeats.seenAt}) * 1000)::float`,
      slowest: workerHeartbeats.slowest,
      slowestMs: workerHeartbeats.slowestMs,
    })
    .from(workerHeartbeats)
    .orderBy(asc(workerHeartbeats.process))
    .limit(PROCESSES_MAX);
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt.toISOString(),
    seenMs: Math.max(0, Math.round(row.seenMs)),
  }));
}
