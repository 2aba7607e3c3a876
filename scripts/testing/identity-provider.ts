import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair } from "jose";
import Provider, { type Configuration } from "oidc-provider";

/** Whom the identity provider says that somebody is. */
export type Identity = { sub: string; email: string; verified: boolean };

export type IdentityProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  stop(): Promise<void>;
};

const CLIENT_ID = "vestibule";

/**
 * An OpenID provider on a loopback port of its own, which takes everybody's word for who they are.
 *
 * @param claimsIn where it says the address: in the ID token, or only when asked.
 */
export async function startIdentityProvider({
  portalUrl,
  claimsIn = "token",
}: {
  portalUrl: string;
  claimsIn?: "token" | "userinfo";
}): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "localhost", listening));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const clientSecret = randomBytes(16).toString("hex");
  const identities = new Map<string, Identity>();
  const provider = new Provider(issuer, {
    ...(await configuration(identities)),
    conformIdTokenClaims: claimsIn === "userinfo",
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: clientSecret,
        redirect_uris: [`${portalUrl}/api/auth/callback/oidc`],
      },
    ],
  });
  const handle = provider.callback();
  let down = false;
  server.on("request", (request, response) => {
    const path = request.url ?? "";
    if (path === "/_down" || path === "/_up") {
      down = path === "/_down";
      response.end();
    } else if (down) {
      response.writeHead(503).end();
    } else if (path.startsWith("/interaction/")) {
      interact(provider, identities, request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    } else handle(request, response);
  });
  return {
    ...{ issuer, clientId: CLIENT_ID, clientSecret },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Answers 503 to everything from now on, or works again. */
export async function setProviderDown(issuer: string, down: boolean): Promise<void> {
  await fetch(`${issuer}/${down ? "_down" : "_up"}`);
}

async function configuration(identities: Map<string, Identity>): Promise<Configuration> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  return {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: "RS256", use: "sig" }] },
    cookies: { keys: [randomBytes(16).toString("hex")] },
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    scopes: ["openid", "email", "profile"],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => {
        const identity = identities.get(sub);
        return { sub, email: identity?.email, email_verified: identity?.verified };
      },
    }),
    // Nobody is asked whether the portal may know who they are.
    loadExistingGrant: async ({ oidc }) => {
      const { session, client, provider } = oidc;
      if (!session?.accountId || !client) return undefined;
      const grant = new provider.Grant({
        accountId: session.accountId,
        clientId: client.clientId,
      });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  };
}

const LOGIN_PAGE = `<!doctype html><html lang="en"><title>Identity provider</title>
  <form method="post">
    <label>Account <input name="sub"></label>
    <label>Address <input name="email"></label>
    <label><input name="verified" type="checkbox"> Verified</label>
    <button>Log in</button>
  </form></html>`;

async function interact(
  provider: Provider,
  identities: Map<string, Identity>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "POST") {
    response.writeHead(200, { "Content-Type": "text/html" }).end(LOGIN_PAGE);
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const form = new URLSearchParams(Buffer.concat(chunks).toString());
  const sub = form.get("sub") ?? "";
  const verified = form.get("verified") === "on";
  identities.set(sub, { sub, email: form.get("email") ?? "", verified });
  await provider.interactionFinished(request, response, { login: { accountId: sub } });
}
