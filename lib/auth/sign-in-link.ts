import "server-only";
import { setTimeout } from "node:timers/promises";
import { and, eq, lt, lte, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { users, verificationTokens } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { newId } from "@/lib/id";
import { queueMail } from "@/lib/mail/queue";
import type { TooMany } from "@/lib/rate-limits/model";
import { takeTry } from "@/lib/rate-limits/take";
import { ok, type Result } from "@/lib/result";
import { linkToken, linkTokenHash, signInUrl } from "./link-token";
import type { Origin } from "./model";
import { maySignIn } from "./people";
import { safeReturnTo } from "./return-to";

const LINK_MINUTES = 15;
const PRINTED_LINK_MINUTES = 24 * 60;
const OPEN_LINKS_MAX = 5;

/**
 * Many times what a request takes, and what making the mail takes in the same process, so that one which
 * mails a link is answered no later than one which does not (scripts/bench/enumeration.ts).
 */
const ANSWER_MS = 400;

/** By the clock and not by `now()`, which stands still while a transaction waits for its turn. */
const minutesFromNow = (minutes: number) =>
  sql<Date>`clock_timestamp() + make_interval(mins => ${minutes})`;

/**
 * Mails a sign-in link when the address belongs to a member of the team who may sign in. Neither the
 * answer nor the time it takes tells whether it does.
 *
 * @param email trimmed and in lower case.
 */
export async function requestSignInLink(
  email: string,
  origin: Origin,
  returnTo?: string,
): Promise<Result<null, TooMany>> {
  const [result] = await Promise.all([
    queueLink(email, origin, safeReturnTo(returnTo)),
    setTimeout(ANSWER_MS),
  ]);
  return result;
}

async function queueLink(
  email: string,
  { ip }: Origin,
  returnTo: string,
): Promise<Result<null, TooMany>> {
  const asked = await takeTry("sign-in.ask", ip);
  if (!asked.ok) return asked;
  return await db.transaction(async (tx) => {
    await takeTurns(tx, email);
    await forgetExpired(tx);
    if (await mayReceiveLink(tx, email)) {
      const linkId = newId("link");
      await openLink(tx, { email, linkId, minutes: LINK_MINUTES });
      const parameters = { linkId, ...(returnTo === "/" ? {} : { returnTo }) };
      await queueMail(tx, { template: "sign-in-link", recipient: email, parameters });
    }
    return ok(null);
  });
}

/** A link for whoever may already run commands on the server; undefined when nobody has the address. */
export async function issueSignInLink(email: string): Promise<string | undefined> {
  return await db.transaction(async (tx) => {
    const [user] = await tx.select({ id: users.id }).from(users).where(admitted(email));
    if (!user) return undefined;
    const linkId = newId("link");
    await openLink(tx, { email, linkId, minutes: PRINTED_LINK_MINUTES });
    await recordAudit(
      tx,
      { kind: "system", job: "command" },
      { action: "sign_in_link.issue", subject: user.id },
    );
    return signInUrl(linkId, email);
  });
}

/** Open links of one address are counted one after the other. */
async function takeTurns(tx: Transaction, email: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(2, hashtext(${email}))`);
}

async function forgetExpired(tx: Transaction): Promise<void> {
  await tx.delete(verificationTokens).where(lt(verificationTokens.expiresAt, sql`now()`));
}

/** Printed links do not count until their last minutes: they are no answer to a request. */
async function mayReceiveLink(tx: Transaction, email: string): Promise<boolean> {
  const open = await tx.$count(
    verificationTokens,
    and(
      eq(verificationTokens.identifier, email),
      lte(verificationTokens.expiresAt, minutesFromNow(LINK_MINUTES)),
    ),
  );
  const [user] = await tx.select({ id: users.id }).from(users).where(admitted(email));
  return user !== undefined && open < OPEN_LINKS_MAX;
}

function admitted(email: string) {
  return and(eq(users.email, email), maySignIn);
}

type NewLink = { email: string; linkId: string; minutes: number };

/** Opens a link that signs in once, in the transaction of what it is opened for. */
export async function openLink(
  tx: Transaction,
  { email, linkId, minutes }: NewLink,
): Promise<void> {
  await tx.insert(verificationTokens).values({
    identifier: email,
    tokenHash: linkTokenHash(linkToken(linkId)),
    linkId,
    expiresAt: minutesFromNow(minutes),
  });
}
