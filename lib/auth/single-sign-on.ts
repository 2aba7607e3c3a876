import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { env, publicOrigin } from "@/lib/env";
import { giveBackTry, takeTry } from "@/lib/rate-limits/take";
import { SINGLE_SIGN_ON } from "./identity-provider";
import type { Origin } from "./model";
import { type AuthAnswer, askNextAuth } from "./next-auth";
import { authOptions, csrfCookie, sessionCookie } from "./options";
import { safeReturnTo } from "./return-to";

/** Where the browser goes next, and what it is given along. */
export type Step = { location: string; setCookies: string[] };

/** What is said on the sign-in page: why, is nobody's business but the log's. */
const problems = {
  /** The identity provider knows somebody whom we do not let in. */
  refused: "/sign-in?error=sso_refused",
  /** It did not answer, or what came back was not what we had asked for. */
  unfinished: "/sign-in?error=sso_unfinished",
  unreachable: "/sign-in?error=sso_unreachable",
  tooMany: "/sign-in?error=sso_too_many",
};

/** To the identity provider; the cookies tie its answer to this browser. */
export async function beginSingleSignOn(origin: Origin, returnTo: string): Promise<Step> {
  // The provider is asked something each time; who signs in is not counted, as with links.
  const taken = await takeTry("sign-in.ask", origin.ip);
  if (!taken.ok) return { location: problems.tooMany, setCookies: [] };
  const csrf = csrfPair();
  const answer = await askNextAuth(authOptions(origin), {
    method: "POST",
    action: ["signin", SINGLE_SIGN_ON],
    body: { csrfToken: csrf.token, callbackUrl: safeReturnTo(returnTo) },
    cookies: { [csrfCookie()]: csrf.cookie },
  });
  if (isOurs(answer)) return { location: problems.unreachable, setCookies: [] };
  return withoutCsrf(answer);
}

/** Back from it. `cookies` are those of the browser; a session it has is not looked at. */
export async function finishSingleSignOn(
  origin: Origin,
  query: Record<string, string>,
  cookies: Record<string, string>,
): Promise<Step> {
  const { [sessionCookie().name]: _, ...rest } = cookies;
  const answer = await askNextAuth(authOptions(origin), {
    method: "GET",
    action: ["callback", SINGLE_SIGN_ON],
    ...{ query, cookies: rest },
  });
  const { location, setCookies } = withoutCsrf(answer);
  if (!isOurs(answer)) {
    await giveBackTry("sign-in.ask", origin.ip);
    return { location: safeReturnTo(location), setCookies };
  }
  const refused = new URL(location, publicOrigin()).searchParams.get("error") === "AccessDenied";
  return { location: refused ? problems.refused : problems.unfinished, setCookies };
}

/** next-auth's own pages, or none, are only ever led to when something went wrong. */
function isOurs({ location }: AuthAnswer<unknown>): boolean {
  if (location === "") return true;
  const { origin, pathname } = new URL(location, publicOrigin());
  return origin === publicOrigin() && /^\/(api\/auth|sign-in)(\/|$)/.test(pathname);
}

/** next-auth wants its own token with a POST. That the form is ours, its caller has found out already. */
function csrfPair() {
  const token = randomBytes(32).toString("hex");
  const hash = createHash("sha256").update(`${token}${env().AUTH_SECRET}`).digest("hex");
  return { token, cookie: `${token}|${hash}` };
}

function withoutCsrf({ location, setCookies }: AuthAnswer<unknown>): Step {
  return { location, setCookies: setCookies.filter((one) => !one.startsWith(`${csrfCookie()}=`)) };
}
