import "server-only";
import type { Route } from "next";
import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import type { Point } from "@/lib/live/model";
import { type Action, may, type Origin, type StaffActor } from "./model";
import { authOptions, sessionCookie } from "./options";
import { safeReturnTo } from "./return-to";
import { endSession, findSession, type OpenSession, toActor } from "./sessions";

const USER_AGENT_MAX = 300;

const currentSession = cache(async (): Promise<OpenSession | undefined> => {
  const { options, failures } = watched(await requestOrigin());
  const session = await getServerSession(options);
  // next-auth takes an outage for "nobody is signed in"; an outage must look like one.
  if (failures.length > 0) throw failures[0];
  return session?.openSession;
});

/** Whoever is signed in, read once per request. Throws when the database does not answer. */
export const currentStaff = cache(async (): Promise<StaffActor | undefined> => {
  const session = await currentSession();
  return session && toActor(session, await requestOrigin());
});

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
 * For pages and server actions: the person signed in, or the way to the sign-in page.
 *
 * @param action answers 403 unless this person may do it. What is read or changed is checked again
 * where it happens.
 */
export async function requireStaff(action?: Action): Promise<StaffActor> {
  const staff = await currentStaff();
  if (!staff) redirect((await signInPath()) as Route);
  if (action && !may(staff, action)) forbidden();
  return staff;
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
  const token = (await cookies()).get(sessionCookie().name)?.value;
  return token !== undefined && (await findSession(token, { counts: false })) !== undefined;
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
  const returnTo = safeReturnTo((await headers()).get("x-pathname"));
  const query = new URLSearchParams();
  if ((await cookies()).has(sessionCookie().name)) query.set("ended", "1");
  if (returnTo !== "/") query.set("returnTo", returnTo);
  return query.size > 0 ? `/sign-in?${query}` : "/sign-in";
}

function watched(origin: Origin) {
  const options = authOptions(origin);
  const failures: unknown[] = [];
  const find = options.adapter?.getSessionAndUser;
  if (!find) return { options, failures };
  const getSessionAndUser: typeof find = async (token) => {
    try {
      return await find(token);
    } catch (failure) {
      failures.push(failure);
      throw failure;
    }
  };
  return { options: { ...options, adapter: { ...options.adapter, getSessionAndUser } }, failures };
}
