import "server-only";
import { describeFailure, log } from "@/lib/log";

const PATIENCE_MS = 90_000;
const PAUSE_MS = 500;

/**
 * Writes down what Plaid has already done. Its answer exists only in this process, so a database
 * that is away for a moment must not lose it: tried again for a minute and a half.
 */
export async function untilRecorded<T>(record: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await record();
    } catch (error) {
      log.error({ failure: describeFailure(error) }, "Plaid's answer is not recorded yet");
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
