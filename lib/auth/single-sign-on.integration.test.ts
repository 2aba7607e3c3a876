import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { auditEntries, sessions, ssoAccounts, users } from "@/db/schema";
import { staff } from "@/scripts/testing/actors";
import {
  type IdentityProvider,
  setProviderDown,
  startIdentityProvider,
} from "@/scripts/testing/identity-provider";
import { comeBack, goToProvider, signOn } from "@/scripts/testing/sign-on";
import { findSession } from "./sessions";
import { beginSingleSignOn } from "./single-sign-on";

const REFUSED = "/sign-in?error=sso_refused";
const UNFINISHED = "/sign-in?error=sso_unfinished";

let provider: IdentityProvider;
beforeAll(async () => {
  provider = await startIdentityProvider({
    portalUrl: "http://localhost:3000",
    claimsIn: "userinfo",
  });
  process.env.AUTH_OIDC_ISSUER = provider.issuer;
  process.env.AUTH_OIDC_CLIENT_ID = provider.clientId;
  process.env.AUTH_OIDC_CLIENT_SECRET = provider.clientSecret;
});
afterAll(() => provider.stop());

async function member() {
  const person = await staff("onboarder");
  return { ...person, identity: { sub: randomUUID(), email: person.email, verified: true } };
}

async function actionsAbout(userId: string): Promise<string[]> {
  const entries = await db
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.subject, userId))
    .orderBy(auditEntries.seq);
  return entries.map(({ action }) => action);
}

function accountsOf(userId: string) {
  return db.select().from(ssoAccounts).where(eq(ssoAccounts.userId, userId));
}

test("somebody of the team signs in, and goes to where they wanted", async () => {
  const { identity, userId } = await member();
  const { location, token } = await signOn(identity, "/customers?turn=you");
  expect(location).toBe("/customers?turn=you");
  expect(await findSession(token ?? "", { counts: true })).toMatchObject({ userId });
  expect(await accountsOf(userId)).toMatchObject([
    { issuer: provider.issuer, subject: identity.sub },
  ]);

  expect((await signOn(identity)).token).toBeDefined();
  expect(await actionsAbout(userId)).toEqual(["user.sso_bound", "session.start", "session.start"]);
});

test("an address is the same in capitals", async () => {
  const { identity } = await member();
  const shouted = { ...identity, email: identity.email.toUpperCase() };
  expect((await signOn(shouted)).token).toBeDefined();
});

test("somebody who was invited joins by single sign-on", async () => {
  const { identity, userId } = await member();
  await db
    .update(users)
    .set({ emailVerified: null, invitationEndsAt: sql`now() + interval '1 day'` })
    .where(eq(users.id, userId));
  expect((await signOn(identity)).token).toBeDefined();
  expect(await actionsAbout(userId)).toContain("user.joined");
});

test.each([
  ["is unknown", async () => ({ sub: randomUUID(), email: "x@nobody.test", verified: true })],
  [
    "has an address that is not verified",
    async () => ({ ...(await member()).identity, verified: false }),
  ],
  [
    "is suspended",
    async () => {
      const { identity, userId } = await member();
      await signOn(identity);
      await db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, userId));
      return identity;
    },
  ],
  [
    "has an invitation that ended",
    async () => {
      const { identity, userId } = await member();
      const ended = { emailVerified: null, invitationEndsAt: new Date(0) };
      await db.update(users).set(ended).where(eq(users.id, userId));
      return identity;
    },
  ],
])("who %s is refused, in the same words", async (_, made) => {
  const identity = await made();
  const before = await db.$count(sessions);
  expect(await signOn(identity)).toEqual({ location: REFUSED, token: undefined });
  expect(await db.$count(sessions)).toBe(before);
  expect(await db.$count(users, eq(users.email, "x@nobody.test"))).toBe(0);
});

test("another account with the same address is refused, and that is on record", async () => {
  const { identity, userId } = await member();
  await signOn(identity);
  const other = await signOn({ ...identity, sub: randomUUID() });
  expect(other).toEqual({ location: REFUSED, token: undefined });
  expect(await actionsAbout(userId)).toContain("user.sso_refused");
  expect((await accountsOf(userId)).map(({ subject }) => subject)).toEqual([identity.sub]);
  expect((await signOn(identity)).token).toBeDefined();
});

test("an account that is somebody's does not become another person's with their address", async () => {
  const [one, other] = [await member(), await member()];
  await signOn(one.identity);
  const renamed = await signOn({ ...one.identity, email: other.email });
  expect(renamed).toEqual({ location: REFUSED, token: undefined });
  expect(await accountsOf(other.userId)).toEqual([]);
});

test("of two accounts that come at once with one address, one is bound", async () => {
  const { identity, userId } = await member();
  const returns = await Promise.all(
    [identity, { ...identity, sub: randomUUID() }].map((one) => goToProvider(one)),
  );
  const outcomes = await Promise.all(returns.map((one) => comeBack(one)));
  expect(outcomes.filter(({ token }) => token !== undefined)).toHaveLength(1);
  expect(await accountsOf(userId)).toHaveLength(1);
});

// What next-auth ties to the browser: without it, somebody could be signed in as somebody else.
test.each(["state", "nonce", "pkce"])("a foreign %s is refused", async (name) => {
  const { identity, userId } = await member();
  const [own, foreign] = [await goToProvider(identity), await goToProvider(identity)];
  const cookie = `vestibule.sso-${name}`;
  const mixed = { ...own.cookies, [cookie]: foreign.cookies[cookie] ?? "" };
  expect(await comeBack({ ...own, cookies: mixed })).toMatchObject({ location: UNFINISHED });
  const { [cookie]: _, ...without } = own.cookies;
  expect(await comeBack({ ...own, cookies: without })).toMatchObject({ location: UNFINISHED });
  expect(await db.$count(sessions, eq(sessions.userId, userId))).toBe(0);
});

test("what comes back works once, and for nobody who did not ask", async () => {
  const { identity } = await member();
  const back = await goToProvider(identity);
  const forged = { ...back.query, state: "forged" };
  expect(await comeBack({ ...back, query: forged })).toMatchObject({ location: UNFINISHED });
  expect(await comeBack({ ...back, cookies: {} })).toMatchObject({ location: UNFINISHED });
  expect((await comeBack(back)).token).toBeDefined();
  expect(await comeBack(back)).toEqual({ location: UNFINISHED, token: undefined });
});

test("who goes back from the provider is told that nothing happened", async () => {
  const { identity } = await member();
  const { query, cookies } = await goToProvider(identity);
  const declined = { error: "access_denied", state: query.state ?? "" };
  expect(await comeBack({ query: declined, cookies })).toMatchObject({ location: UNFINISHED });
});

test("a provider that does not answer is named, and mailed links are offered", async () => {
  const { identity } = await member();
  const back = await goToProvider(identity);
  await setProviderDown(provider.issuer, true);
  try {
    const origin = { ip: "198.51.100.9", userAgent: "test browser" };
    expect(await beginSingleSignOn(origin, "/")).toEqual({
      location: "/sign-in?error=sso_unreachable",
      setCookies: [],
    });
    expect(await comeBack(back)).toEqual({ location: UNFINISHED, token: undefined });
  } finally {
    await setProviderDown(provider.issuer, false);
  }
});

test("the way back leads nowhere but into the portal", async () => {
  const { identity } = await member();
  expect((await signOn(identity, "https://evil.example/")).location).toBe("/");
});

test("no token of the provider's is kept", async () => {
  const { identity, userId } = await member();
  await signOn(identity);
  const columns = await db.execute<{ name: string }>(
    sql`select column_name as name from information_schema.columns
      where table_name = 'sso_accounts' order by 1`,
  );
  expect(columns.map(({ name }) => name)).toEqual(["bound_at", "issuer", "subject", "user_id"]);
  const details = await db
    .select({ details: auditEntries.details })
    .from(auditEntries)
    .where(and(eq(auditEntries.subject, userId), eq(auditEntries.action, "user.sso_bound")));
  expect(details).toEqual([{ details: {} }]);
});
