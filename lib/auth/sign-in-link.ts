import "server-only";
import { setTimeout } from "node:timers/promises";
import { and, eq, isNull, lt, lte, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { users, verificationTokens } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { newId } from "@/lib/id";
import { log } from "@/lib/log";
import { queueMail } from "@/lib/mail/queue";
import { fail, ok, type Result } from "@/lib/result";
import { linkToken, linkTokenHash, networkKey, signInUrl } from "./link-token";
import type { Origin } from "./model";
import { safeReturnTo } from "./return-to";

const LINK_MINUTES = 15;
const PRINTED_LINK_MINUTES = 24 * 60;
const OPEN_LINKS_MAX = 5;
const REQUESTS_PER_NETWORK_MAX = 30;

/** Many times what a request takes, so that one which mails a link is answered no later than one which does not. */
const ANSWER_MS = 150;

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
): Promise<Result<null, { code: "too_many" }>> {
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
): Promise<Result<null, { code: "too_many" }>> {
  return await db.transaction(async (tx) => {
    const network = networkKey(ip);
    await takeTurns(tx, network, email);
    await forgetExpired(tx);
    const linkId = newId("link");
    if (!(await countRequest(tx, network, linkId))) {
      log.warn({ ip }, "too many sign-in links asked for");
      return fail({ code: "too_many" });
    }
    if (await mayReceiveLink(tx, email)) {
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
    const [user] = await tx.select({ id: users.id }).from(users).where(active(email));
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

/** Requests of one network, and requests for one address, are counted one after the other. */
async function takeTurns(tx: Transaction, network: string, email: string): Promise<void> {
  await tx.execute(sql`
    select pg_advisory_xact_lock(1, hashtext(${network})), pg_advisory_xact_lock(2, hashtext(${email}))
  `);
}

async function forgetExpired(tx: Transaction): Promise<void> {
  await tx.delete(verificationTokens).where(lt(verificationTokens.expiresAt, sql`now()`));
}

/**
 * A request is a row under the key of its network. It bears the id of the link it may have led to
 * and goes when that link is used: people who do sign in are not counted, guesses are.
 */
async function countRequest(tx: Transaction, network: string, linkId: string): Promise<boolean> {
  const requests = await tx.$count(verificationTokens, eq(verificationTokens.identifier, network));
  if (requests >= REQUESTS_PER_NETWORK_MAX) return false;
  await tx.insert(verificationTokens).values({
    identifier: network,
    tokenHash: `none:${linkId}`,
    linkId,
    expiresAt: minutesFromNow(LINK_MINUTES),
  });
  return true;
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
  const [user] = await tx.select({ id: users.id }).from(users).where(active(email));
  return user !== undefined && open < OPEN_LINKS_MAX;
}

function active(email: string) {
  return and(eq(users.email, email), isNull(users.suspendedAt));
}

type NewLink = { email: string; linkId: string; minutes: number };

async function openLink(tx: Transaction, { email, linkId, minutes }: NewLink): Promise<void> {
  await tx.insert(verificationTokens).values({
    identifier: email,
    tokenHash: linkTokenHash(linkToken(linkId)),
    linkId,
    expiresAt: minutesFromNow(minutes),
  });
}
