import { closeDatabase } from "@/db/client";
import { requireVariables } from "@/lib/boot";
import { log } from "@/lib/log";
import { startWork } from "@/lib/work/loop";

/** Background work in a process of its own; any number of them may run beside any number of portals. */
requireVariables();
const work = startWork();
log.info("worker started");

async function stop() {
  await work.stop();
  await closeDatabase();
  process.exit(0);
}

process.once("SIGTERM", stop);
process.once("SIGINT", stop);
