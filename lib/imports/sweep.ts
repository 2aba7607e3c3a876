import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { imports } from "@/db/schema";

/** Ends an upload a week after it came; work of the loop. What was made of it stays. */
export async function sweepImport(id: string): Promise<void> {
  await db.delete(imports).where(eq(imports.id, id));
}
