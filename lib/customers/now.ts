import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** The one clock all processes share; a server whose own clock is off still orders events rightly. */
export async function databaseNow(): Promise<Date> {
  const [row] = await db.execute<{ now: string }>(sql`select clock_timestamp() as now`);
  return new Date(row?.now ?? Number.NaN);
}
