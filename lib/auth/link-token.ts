import "server-only";
import { createHash } from "node:crypto";
import { env, publicOrigin } from "@/lib/env";
import { keyed } from "@/lib/keyed";
import { safeReturnTo } from "./return-to";

/**
 * The token of a sign-in link, made again from its id whenever it is needed: neither the database
 * nor a queued mail holds anything that signs somebody in.
 */
export function linkToken(linkId: string): string {
  return keyed("sign-in", linkId);
}

/** What next-auth looks a token up by. */
export function linkTokenHash(token: string): string {
  return createHash("sha256").update(`${token}${env().AUTH_SECRET}`).digest("hex");
}

/** The address a mailed link leads to. It shows a button; only pressing it signs in. */
export function signInUrl(linkId: string, email: string, returnTo?: string): string {
  const url = new URL("/sign-in/confirm", publicOrigin());
  url.searchParams.set("token", linkToken(linkId));
  url.searchParams.set("email", email);
  const path = safeReturnTo(returnTo);
  if (path !== "/") url.searchParams.set("returnTo", path);
  return url.href;
}
