import "server-only";
import { ConfigurationError, env } from "@/lib/env";
import { log } from "@/lib/log";
import { startWork } from "@/lib/work/loop";

/** Ends the process when a variable is missing or weak, and starts its background work otherwise. */
export function boot(): void {
  try {
    env();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  if (env().WORKER === "off") return;

  const work = startWork();
  log.info("worker started");
  // Next ends the process once its requests are answered; what is cut off is claimed again.
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void work.stop());
  }
}
