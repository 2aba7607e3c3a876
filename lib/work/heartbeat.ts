import "server-only";
import os from "node:os";
import { lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { workerHeartbeats } from "@/db/schema";
import { SILENT_MS } from "@/lib/health/model";
import { describeFailure, log } from "@/lib/log";
import manifest from "@/package.json";

const EVERY_MS = 10_000;

/** This process as the health page names it. */
const processName = `${os.hostname()} ${process.pid}`;

/** When each source last looked for work, by the clock of this process. */
export type Heartbeats = Map<string, Date>;

/** Tells every few seconds that this process works, until the returned function is called. */
export function startHeartbeat(heartbeats: Heartbeats): () => Promise<void> {
  const beat = () => write(heartbeats).catch(note);
  void beat();
  const beating = setInterval(beat, EVERY_MS);
  beating.unref();
  return async () => {
    clearInterval(beating);
    await leave().catch(note);
  };
}

/** The source that has not looked for work for the longest time. */
export function slowestOf(heartbeats: Heartbeats): { slowest: string; slowestMs: number } {
  const [[slowest, at] = ["", new Date()]] = [...heartbeats].toSorted(([, a], [, b]) => +a - +b);
  return { slowest, slowestMs: Math.max(0, Date.now() - at.getTime()) };
}

async function write(heartbeats: Heartbeats): Promise<void> {
  const told = { version: manifest.version, seenAt: sql`now()`, ...slowestOf(heartbeats) };
  const startedAt = sql`now() - make_interval(secs => ${process.uptime()})`;
  await db
    .insert(workerHeartbeats)
    .values({ process: processName, startedAt, ...told })
    .onConflictDoUpdate({ target: workerHeartbeats.process, set: { startedAt, ...told } });
  await db
    .delete(workerHeartbeats)
    .where(lt(workerHeartbeats.seenAt, sql`now() - interval '1 hour'`));
}

/** The last one leaves its row: portals stay ready for the minute in which it may be replaced. */
async function leave(): Promise<void> {
  await db.execute(sql`
    delete from worker_heartbeats where process = ${processName} and exists (
      select from worker_heartbeats
      where process <> ${processName} and seen_at > now() - make_interval(secs => ${SILENT_MS / 1000})
    )`);
}

function note(error: unknown): void {
  log.warn({ failure: describeFailure(error) }, "no heartbeat");
}
