import "server-only";
import type { Route } from "next";
import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { isDemo } from "@/lib/env";
import type { Point } from "@/lib/live/model";
import { countWrite } from "@/lib/rate-limits/count-write";
import { type Standing, standingOf } from "@/lib/second-factor/model";
import { type Action, may, type Origin, type StaffActor } from "./model";
import { sessionCookie } from "./options";
import { safeReturnTo } from "./return-to";
import {
  endSession,
  findSession,
  type OpenSession,
  type RenewedSession,
  toActor,
} from "./sessions";

const USER_AGENT_MAX = 300;

/** Not by next-auth, which would take an outage for "nobody is signed in". */
const currentSession = cache(async (): Promise<OpenSession | undefined> => {
  const token = await sessionToken();
  return token ? await findSession(token, { counts: true }) : undefined;
});

export type Account = {
  staff: StaffActor;
  sessionId: string;
  hasFactor: boolean;
  /** What the session opens: all but "open" is as good as not signed in. */
  standing: Standing;
};

/**
 * Whose session this is, also where a second factor is still to be given or to be set up. Read once
 * per request; throws when the database does not answer.
 */
export const currentAccount = cache(async (): Promise<Account | undefined> => {
  const session = await currentSession();
  if (!session) return undefined;
  const { sessionId, hasFactor } = session;
  const standing = standingOf(session, { demo: isDemo() });
  return { staff: toActor(session, await requestOrigin()), sessionId, hasFactor, standing };
});

/** Whoever is signed in, with everything that takes. */
export async function currentStaff(): Promise<StaffActor | undefined> {
  const account = await currentAccount();
  return account?.standing === "open" ? account.staff : undefined;
}

/** What this page shows includes every transaction before this point: the session is read first. */
export async function shownPoint(): Promise<Point> {
  const session = await currentSession();
  if (!session) throw new Error("Nobody is signed in");
  return session.point;
}

/** Whether this person wants shortcuts of one key. */
export async function wantsSingleKeys(): Promise<boolean> {
  return (await currentSession())?.singleKeys ?? false;
}

/**
 * For pages and server actions: the person signed in, or the way there, which leads back.
 *
 * @param action answers 403 unless this person may do it. What is read or changed is checked again
 * where it happens.
 */
export async function requireStaff(action?: Action): Promise<StaffActor> {
  const { staff, standing } = await requireAccount();
  if (standing === "set_up") redirect((await wayBackFrom("/account/security")) as Route);
  if (action && !may(staff, action)) forbidden();
  return staff;
}

/** The same for one's own account: it is open to an admin who is yet to set a second factor up. */
export async function requireAccount(): Promise<Account> {
  const account = await currentAccount();
  if (!account) redirect((await signInPath()) as Route);
  if (account.standing === "give") redirect((await wayBackFrom("/sign-in/second-factor")) as Route);
  await countWrite(account.staff.userId, await headers());
  return account;
}

/** For a form that must not lose what was typed: undefined where a page would lead to the sign-in. */
export async function staffAtForm(action: Action): Promise<StaffActor | undefined> {
  const account = await currentAccount();
  if (account?.standing !== "open") return undefined;
  await countWrite(account.staff.userId, await headers());
  if (!may(account.staff, action)) forbidden();
  return account.staff;
}

/** For route handlers, which answer 401 themselves. */
export async function staffOrNull(): Promise<StaffActor | null> {
  return (await currentStaff()) ?? null;
}

/**
 * Whether the session of this request is still open, asked without keeping it open: a page that is
 * merely left open must not count as activity.
 */
export async function isSignedIn(): Promise<boolean> {
  const session = await findSession(await sessionToken(), { counts: false });
  return session !== undefined && standingOf(session, { demo: isDemo() }) === "open";
}

/** What this browser's session is found by; a text that finds nothing where there is none. */
export async function sessionToken(): Promise<string> {
  return (await cookies()).get(sessionCookie().name)?.value ?? "";
}

/** The session goes on under its new token. */
export async function keepSession({ token, expiresAt }: RenewedSession): Promise<void> {
  const { name, secure } = sessionCookie();
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  (await cookies()).set(name, token, { ...options, expires: expiresAt });
}

/** Ends the session of this browser, in the database as well. */
export async function signOut(): Promise<void> {
  const jar = await cookies();
  const { name, secure } = sessionCookie();
  const token = jar.get(name)?.value;
  if (token) await endSession(token, await requestOrigin());
  jar.set(name, "", { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: 0 });
}

/**
 * Where the request comes from. The last entry of `X-Forwarded-For` is what the proxy in front of
 * the portal saw (Next fills it in from the socket when there is none); earlier entries are claims.
 */
export async function requestOrigin(): Promise<Origin> {
  const received = await headers();
  const last = received.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  const ip = last?.replace(/^::ffff:/, "") || "unknown";
  const userAgent = received.get("user-agent")?.slice(0, USER_AGENT_MAX) || "unknown";
  return { ip, userAgent };
}

async function signInPath(): Promise<string> {
  const ended = (await cookies()).has(sessionCookie().name);
  return wayBackFrom("/sign-in", ended ? { ended: "1" } : {});
}

/** A page that leads back to the one that was asked for. */
async function wayBackFrom(path: string, more: Record<string, string> = {}): Promise<string> {
  const returnTo = safeReturnTo((await headers()).get("x-pathname"));
  const query = new URLSearchParams(more);
  if (returnTo !== "/") query.set("returnTo", returnTo);
  return query.size > 0 ? `${path}?${query}` : path;
}
