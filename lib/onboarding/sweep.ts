import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { createAttempts } from "@/db/schema";
import { silence } from "@/lib/partner-api/errors";
import { recordUnknown } from "./outcome";

/**
 * Ends a submission whose process died between the call and the record: nobody knows whether Plaid
 * got it, so it becomes SUBMIT_UNKNOWN, in sight of a person.
 */
export async function sweepSubmission(customerId: string): Promise<void> {
  const [attempt] = await db
    .select({ id: createAttempts.id })
    .from(createAttempts)
    .where(and(eq(createAttempts.customerId, customerId), eq(createAttempts.state, "SENDING")));
  if (!attempt) return;
  const lost = silence("unavailable", "PROCESS_ENDED", null);
  await recordUnknown({ kind: "system", job: "sweep" }, { id: attempt.id, customerId }, lost);
}
