import "server-only";
import type { NextAuthOptions } from "next-auth";
import type { EmailConfig } from "next-auth/providers/email";
import { env, publicOrigin, tellNextAuthItsAddress } from "@/lib/env";
import { describeFailure, log } from "@/lib/log";
import { authAdapter, findAdmitted } from "./adapter";
import { SINGLE_SIGN_ON, singleSignOnProviders } from "./identity-provider";
import type { Origin } from "./model";
import { safeReturnTo } from "./return-to";
import { newSessionToken, SESSION_SECONDS } from "./sessions";
import { maySignOn } from "./sso-accounts";

/** @param origin of the request being served, kept as evidence with a session it starts or ends. */
export function authOptions(origin: Origin): NextAuthOptions {
  tellNextAuthItsAddress();
  return {
    secret: env().AUTH_SECRET,
    adapter: authAdapter(origin),
    providers: [mailedLink, ...singleSignOnProviders()],
    session: {
      strategy: "database",
      maxAge: SESSION_SECONDS,
      // As long as the session itself: next-auth would otherwise push its end back.
      updateAge: SESSION_SECONDS,
      generateSessionToken: newSessionToken,
    },
    cookies: cookies(),
    pages: { signIn: "/sign-in", error: "/sign-in" },
    callbacks: {
      signIn: async ({ user, account, profile }) =>
        account?.provider === SINGLE_SIGN_ON
          ? await maySignOn(profile, origin)
          : Boolean(user.email && (await findAdmitted(user.email))),
      redirect: ({ url }) => new URL(safeReturnTo(url), publicOrigin()).href,
    },
    logger: {
      error: (code, failure) => log.error({ code, failure: kindOf(failure) }, "sign-in failed"),
      warn: (code) => log.warn({ code }, "next-auth warns"),
      debug: () => {},
    },
  };
}

/** `__Host-` ties the cookie to this host over https; browsers refuse the prefix over plain http. */
export function sessionCookie(): { name: string; secure: boolean } {
  const secure = publicOrigin().startsWith("https:");
  return { name: `${hostPrefix(secure)}vestibule.session`, secure };
}

function hostPrefix(secure: boolean): string {
  return secure ? "__Host-" : "";
}

function cookies(): NonNullable<NextAuthOptions["cookies"]> {
  const { name, secure } = sessionCookie();
  const prefix = hostPrefix(secure);
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure };
  return {
    sessionToken: { name, options },
    // While somebody is at the identity provider. The session's limits do not apply to them.
    callbackUrl: { name: `${prefix}vestibule.sso-return`, options },
    state: { name: `${prefix}vestibule.sso-state`, options },
    nonce: { name: `${prefix}vestibule.sso-nonce`, options },
    pkceCodeVerifier: { name: `${prefix}vestibule.sso-pkce`, options },
    // Never sent; the name keeps next-auth from reading what another application left on this host.
    csrfToken: { name: csrfCookie(), options },
  };
}

export function csrfCookie(): string {
  return `${hostPrefix(sessionCookie().secure)}vestibule.unused-csrf`;
}

/** Links are made and mailed by `requestSignInLink`; next-auth only redeems them. */
const mailedLink: EmailConfig = {
  id: "email",
  type: "email",
  name: "Email",
  server: "",
  from: "",
  maxAge: 0,
  sendVerificationRequest() {
    throw new Error("Sign-in links are mailed by requestSignInLink");
  },
  options: {},
};

function kindOf(failure: unknown): Record<string, string> {
  const wrapped = failure && typeof failure === "object" && "error" in failure;
  return describeFailure(wrapped ? failure.error : failure);
}
