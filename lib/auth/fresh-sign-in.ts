import "server-only";
import { sql } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db/client";
import { fail, ok, type Result } from "@/lib/result";
import { FRESH_MINUTES, type SignInAgain, type StaffActor } from "./model";

/**
 * For what shows a secret or cannot be taken back, after `authorize`: an open session is not enough,
 * it takes a sign-in of the last quarter of an hour, by the clock of the database.
 */
export async function requireFreshSignIn(
  { authenticatedAt }: StaffActor,
  source: Database | Transaction = db,
): Promise<Result<null, SignInAgain>> {
  const [age] = await source.execute<{ fresh: boolean }>(
    sql`select ${authenticatedAt.toISOString()}::timestamptz
      > clock_timestamp() - make_interval(mins => ${FRESH_MINUTES}) as fresh`,
  );
  return age?.fresh ? ok(null) : fail({ code: "sign_in_again" });
}
