import "server-only";
import { ConfigurationError, env, isDevelopment } from "@/lib/env";
import { log } from "@/lib/log";
import { takeOverConsole } from "@/lib/log-console";
import { endOnUncaught } from "@/lib/uncaught";
import { startWork } from "@/lib/work/loop";

/** Ends the process with a clear list when a variable is missing or weak. */
export function requireVariables(): void {
  try {
    env();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** Begins the background work of the portal's own process. */
export function boot(): void {
  if (!isDevelopment()) {
    takeOverConsole();
    endOnUncaught();
  }
  if (env().WORKER === "off") return;

  startWork();
  log.info("worker started");
}
