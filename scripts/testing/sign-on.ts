import { beginSingleSignOn, finishSingleSignOn } from "@/lib/auth/single-sign-on";
import type { Identity } from "./identity-provider";

const origin = { ip: "198.51.100.9", userAgent: "test browser" };

/** What comes back from the identity provider, and the cookies that tie it to a browser. */
export type Return = { query: Record<string, string>; cookies: Record<string, string> };

/** Goes to the identity provider, logs in there as somebody, and stops before the portal. */
export async function goToProvider(identity: Identity, returnTo = "/"): Promise<Return> {
  const { location, setCookies } = await beginSingleSignOn(origin, returnTo);
  const jar = new Map<string, string>();
  let address = location;
  let answer = await visit(address, jar);
  while (answer.status < 400) {
    const next = answer.headers.get("location");
    if (next === null) {
      answer = await visit(address, jar, identity);
      continue;
    }
    const target = new URL(next, address);
    if (target.pathname === "/api/auth/callback/oidc") {
      return { query: Object.fromEntries(target.searchParams), cookies: cookiesOf(setCookies) };
    }
    address = target.href;
    answer = await visit(address, jar);
  }
  throw new Error(`The identity provider answered ${answer.status} at ${address}`);
}

/** Where the portal leads to with what came back, and the session it gave. */
export async function comeBack({ query, cookies }: Return) {
  const { location, setCookies } = await finishSingleSignOn(origin, query, cookies);
  const given = cookiesOf(setCookies);
  return { location, token: given["vestibule.session"] };
}

/** Both at once. */
export async function signOn(identity: Identity, returnTo?: string) {
  return await comeBack(await goToProvider(identity, returnTo));
}

async function visit(address: string, jar: Map<string, string>, identity?: Identity) {
  const answer = await fetch(address, {
    redirect: "manual",
    headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
    ...(identity && {
      method: "POST",
      body: new URLSearchParams({
        ...{ sub: identity.sub, email: identity.email },
        ...(identity.verified && { verified: "on" }),
      }),
    }),
  });
  for (const [name, value] of Object.entries(cookiesOf(answer.headers.getSetCookie()))) {
    jar.set(name, value);
  }
  return answer;
}

function cookiesOf(setCookies: string[]): Record<string, string> {
  return Object.fromEntries(
    setCookies.map((one) => {
      const [pair = ""] = one.split(";");
      const at = pair.indexOf("=");
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
    }),
  );
}
