import "server-only";
import type { Profile } from "next-auth";
import type { OAuthConfig, UserinfoEndpointHandler } from "next-auth/providers/oauth";
import { identityProvider } from "@/lib/env";

/** How next-auth names it, also in the address that the identity provider leads back to. */
export const SINGLE_SIGN_ON = "oidc";

const TIMEOUT_MS = 10_000;

/** The identity provider as next-auth is told of it; none where single sign-on is not set up. */
export function singleSignOnProviders(): OAuthConfig<Profile>[] {
  const provider = identityProvider();
  if (!provider) return [];
  const { issuer, clientId, clientSecret } = provider;
  return [
    {
      id: SINGLE_SIGN_ON,
      name: "Single sign-on",
      type: "oauth",
      wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
      ...{ clientId, clientSecret },
      authorization: { params: { scope: "openid email profile" } },
      checks: ["pkce", "state", "nonce"],
      idToken: true,
      httpOptions: { timeout: TIMEOUT_MS },
      userinfo: { request: readClaims },
      profile: ({ sub = "", name = "", email = "" }) => ({ id: sub, name, email }),
      // `maySignOn` has decided before that this address and this account belong together.
      allowDangerousEmailAccountLinking: true,
    },
  ];
}

type ReadClaims = NonNullable<UserinfoEndpointHandler["request"]>;
type Asked = Parameters<Parameters<ReadClaims>[0]["client"]["userinfo"]>[0];

/** Some providers say the address in the token, others only when asked for it. */
async function readClaims({ client, tokens }: Parameters<ReadClaims>[0]): Promise<Profile> {
  // The token set that the library has checked; next-auth declares no more than its fields.
  const checked = tokens as Exclude<Asked, string>;
  const claims = checked.claims();
  if (claims.email !== undefined) return claims;
  return { ...claims, ...(await client.userinfo(checked)) };
}
