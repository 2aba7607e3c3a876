import { closeDatabase } from "@/db/client";
import { requireVariables } from "@/lib/boot";
import { log } from "@/lib/log";
import { startTelemetry, stopTelemetry } from "@/lib/telemetry/start";
import { startWork } from "@/lib/work/loop";

/** Background work in a process of its own; any number of them may run beside any number of portals. */
requireVariables();
await startTelemetry("worker");
const work = startWork();
log.info("worker started");

async function stop() {
  await work.stop();
  await stopTelemetry();
  await closeDatabase();
  process.exit(0);
}

process.once("SIGTERM", stop);
process.once("SIGINT", stop);
