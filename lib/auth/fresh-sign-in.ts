import "server-only";
import { sql } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db/client";
import { secondFactors } from "@/db/schema";
import { isDemo } from "@/lib/env";
import { fail, ok, type Result } from "@/lib/result";
import { FRESH_MINUTES, type SignInAgain, type StaffActor } from "./model";

/**
 * For what shows a secret or cannot be taken back, after `authorize`: an open session is not enough,
 * it takes a second factor of the last quarter of an hour, by the clock of the database. In the demo,
 * who has none gets by with a sign-in.
 */
export async function requireFreshSignIn(
  actor: StaffActor,
  source: Database | Transaction = db,
): Promise<Result<null, SignInAgain>> {
  const fresh =
    (await isFactorFresh(actor, source)) || (isDemo() && (await isSignInEnough(actor, source)));
  return fresh ? ok(null) : fail({ code: "sign_in_again" });
}

/** The same for changing one's own factors: the first of them takes a fresh sign-in, everywhere. */
export async function requireFreshForFactors(
  actor: StaffActor,
  source: Database | Transaction = db,
): Promise<Result<null, SignInAgain>> {
  const fresh = (await isFactorFresh(actor, source)) || (await isSignInEnough(actor, source));
  return fresh ? ok(null) : fail({ code: "sign_in_again" });
}

async function isFactorFresh({ secondFactorAt }: StaffActor, source: Database | Transaction) {
  return secondFactorAt !== null && isRecent(secondFactorAt, source);
}

/** For who has no second factor. */
async function isSignInEnough(
  { userId, authenticatedAt }: StaffActor,
  source: Database | Transaction,
): Promise<boolean> {
  const [found] = await source.execute<{ any: boolean }>(
    sql`select exists (select 1 from ${secondFactors}
      where user_id = ${userId} and confirmed_at is not null) as any`,
  );
  return !found?.any && isRecent(authenticatedAt, source);
}

async function isRecent(at: Date, source: Database | Transaction): Promise<boolean> {
  const [age] = await source.execute<{ recent: boolean }>(
    sql`select ${at.toISOString()}::timestamptz
      > clock_timestamp() - make_interval(mins => ${FRESH_MINUTES}) as recent`,
  );
  return age?.recent ?? false;
}
