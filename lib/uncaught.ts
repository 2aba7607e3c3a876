import "server-only";
import { describeFailure, log } from "./log";
import { isConnectionFailure } from "./outage";

/**
 * What nobody caught is one line of the log, and the process ends as it does when told to, but with
 * 1. A promise nobody waited for may fail because something is away: that breaks nothing here.
 */
export function endOnUncaught(): void {
  process.on("uncaughtException", (error) => end(error, "uncaught exception"));
  process.on("unhandledRejection", (reason) => {
    if (!isConnectionFailure(reason)) return end(reason, "unhandled rejection");
    log.warn({ failure: describeFailure(reason) }, "unhandled rejection");
  });
}

function end(error: unknown, message: string): void {
  log.fatal({ failure: describeFailure(error) }, message);
  if (process.exitCode) return;
  process.exitCode = 1;
  process.kill(process.pid, "SIGTERM");
}
