import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { bulkRuns } from "@/db/schema";

/** Ends a run that nobody started, or that nobody needs any more; work of the loop. */
export async function sweepRun(id: string): Promise<void> {
  await db.delete(bulkRuns).where(eq(bulkRuns.id, id));
}
