import "server-only";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { singleton } from "@/lib/singleton";

/** Lines about requests that anybody can send, in this process. */
const LINES_PER_MINUTE = 30;

/** Whether to write down one more: a flood of requests is no flood of the log. */
export async function mayWrite(about: "csp-report"): Promise<boolean> {
  const lines = singleton(
    "log-lines",
    () => new RateLimiterMemory({ points: LINES_PER_MINUTE, duration: 60 }),
  );
  return await lines.consume(about).then(
    () => true,
    () => false,
  );
}
