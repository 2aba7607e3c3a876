import { closeDatabase } from "@/db/client";
import { requireVariables } from "@/lib/boot";
import { databaseUrl } from "@/lib/env";
import { log } from "@/lib/log";
import { startTelemetry, stopTelemetry } from "@/lib/telemetry/start";
import { endOnUncaught } from "@/lib/uncaught";
import { startWork } from "@/lib/work/loop";
import { requireDatabase } from "./require-database";

const STOP_MS = 10_000;

/** Background work in a process of its own; any number of them may run beside any number of portals. */
requireVariables();
await requireDatabase(databaseUrl());
endOnUncaught();
await startTelemetry("worker");
const work = startWork();
log.info("worker started");

/** Jobs get most of the time, the database the rest. */
async function stop() {
  setTimeout(() => process.exit(1), STOP_MS).unref();
  await work.stop();
  await stopTelemetry();
  await closeDatabase();
  process.exit();
}

process.once("SIGTERM", stop);
process.once("SIGINT", stop);
