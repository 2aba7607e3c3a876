import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { auditEntries, mails, sessions, users, verificationTokens } from "@/db/schema";
import { sendMail } from "@/lib/work/send-mail";
import { staff } from "@/scripts/testing/actors";
import { mailbox } from "@/scripts/testing/context";
import { openBrowser } from "@/scripts/testing/next-auth-browser";
import type { Origin } from "./model";
import { issueSignInLink, requestSignInLink } from "./sign-in-link";

afterEach(() => vi.useRealTimers());

const asked = { ok: true, value: null };

/** Limits count per network, so each test asks from one of its own. */
function someNetwork(): Origin {
  return { ip: randomUUID(), userAgent: "test browser" };
}

function mailsTo(email: string) {
  return db
    .select({ id: mails.id, parameters: mails.parameters })
    .from(mails)
    .where(eq(mails.recipient, email));
}

async function deliverNewestMail(email: string): Promise<string> {
  for (const { id } of await mailsTo(email)) await sendMail(id);
  const { text } = await mailbox.waitFor(email);
  const [link = ""] = text.match(/http\S+/) ?? [];
  return link;
}

/** Every row of every table in which a text occurs anywhere. */
async function rowsThatContain(text: string): Promise<number> {
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  let count = 0;
  for (const { name } of tables) {
    const table = sql.identifier(name);
    const [found] = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from ${table} as t where t::text like ${`%${text}%`}`,
    );
    count += found?.count ?? 0;
  }
  return count;
}

test("a member of the team is mailed a link that signs in once", async () => {
  const { email, userId } = await staff("onboarder");
  expect(await requestSignInLink(email, someNetwork(), "/customers?turn=you")).toEqual(asked);

  const link = await deliverNewestMail(email);
  expect(new URL(link).searchParams.get("returnTo")).toBe("/customers?turn=you");
  const browser = openBrowser();
  expect(await browser.redeem(link)).toBe("signed in");
  expect(await browser.session()).toMatchObject({ userId, email, role: "onboarder" });
  expect(await openBrowser().redeem(link)).toBe("refused");
});

test("two browsers that press the button at once: one is signed in", async () => {
  const { email } = await staff("viewer");
  await requestSignInLink(email, someNetwork());
  const link = await deliverNewestMail(email);

  const outcomes = await Promise.all(Array.from({ length: 8 }, () => openBrowser().redeem(link)));
  expect(outcomes.filter((outcome) => outcome === "signed in")).toHaveLength(1);
});

test("an unknown address gets the same answer, no mail, and leaves no trace", async () => {
  const email = `${randomUUID()}@nobody.test`;
  expect(await requestSignInLink(email, someNetwork())).toEqual(asked);
  expect(await rowsThatContain(email)).toBe(0);
});

test("a suspended person gets the same answer and no mail", async () => {
  const { email, userId } = await staff("admin");
  await db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, userId));
  expect(await requestSignInLink(email, someNetwork())).toEqual(asked);
  expect(await mailsTo(email)).toHaveLength(0);
});

test("a link from before the suspension is refused", async () => {
  const { email, userId } = await staff("admin");
  const link = (await issueSignInLink(email)) ?? "";
  await db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, userId));
  expect(await openBrowser().redeem(link)).toBe("refused");
});

test("a link older than its time is refused", async () => {
  const { email } = await staff("viewer");
  await requestSignInLink(email, someNetwork());
  const link = await deliverNewestMail(email);
  await db
    .update(verificationTokens)
    .set({ expiresAt: sql`now() - interval '1 second'` })
    .where(eq(verificationTokens.identifier, email));
  expect(await openBrowser().redeem(link)).toBe("refused");
});

test("a mailed link lives 15 minutes, a printed one 24 hours", async () => {
  const mailed = await staff("viewer");
  const printed = await staff("viewer");
  await requestSignInLink(mailed.email, someNetwork());
  await issueSignInLink(printed.email);
  const minutes = async (email: string) => {
    const [row] = await db
      .select({ life: sql<number>`round(extract(epoch from expires_at - created_at) / 60)::int` })
      .from(verificationTokens)
      .where(eq(verificationTokens.identifier, email));
    return row?.life;
  };
  expect(await minutes(mailed.email)).toBe(15);
  expect(await minutes(printed.email)).toBe(24 * 60);
});

test("a link bears only for its own address", async () => {
  const [one, other] = [await staff("viewer"), await staff("admin")];
  const link = new URL((await issueSignInLink(one.email)) ?? "");
  link.searchParams.set("email", other.email);
  expect(await openBrowser().redeem(link.href)).toBe("refused");
});

// A dump, a backup or a replica must not sign anybody in.
test("neither a link's token nor a session's lies in the database", async () => {
  const { email } = await staff("admin");
  await requestSignInLink(email, someNetwork());
  const link = await deliverNewestMail(email);
  const token = new URL(link).searchParams.get("token") ?? "";
  expect(token).toHaveLength(43);
  expect(await rowsThatContain(token)).toBe(0);

  const browser = openBrowser();
  await browser.redeem(link);
  expect(browser.token()).toHaveLength(43);
  expect(await rowsThatContain(browser.token())).toBe(0);
});

test("what counts requests does not say whose they were", async () => {
  const network = someNetwork();
  await requestSignInLink(`${randomUUID()}@nobody.test`, network);
  expect(await rowsThatContain(network.ip)).toBe(0);
});

test("whoever prints a link is on record, and nobody gets one without a row", async () => {
  const { email, userId } = await staff("viewer");
  await issueSignInLink(email);
  const entries = await db
    .select({ by: auditEntries.actorId })
    .from(auditEntries)
    .where(and(eq(auditEntries.subject, userId), eq(auditEntries.action, "sign_in_link.issue")));
  expect(entries).toEqual([{ by: "command" }]);
  expect(await issueSignInLink(`${randomUUID()}@nobody.test`)).toBeUndefined();
});

test.each([-20, 20])(
  "a portal whose clock is %i minutes off takes a link and keeps the session",
  async (minutes) => {
    const { email, userId } = await staff("onboarder");
    await requestSignInLink(email, someNetwork());
    const link = await deliverNewestMail(email);
    vi.setSystemTime(Date.now() + minutes * 60_000);
    const browser = openBrowser();
    expect(await browser.redeem(link)).toBe("signed in");
    await db
      .update(sessions)
      .set({ expiresAt: sql`now() + interval '5 minutes'` })
      .where(eq(sessions.userId, userId));
    expect(await browser.session()).toMatchObject({ userId });
    await db.update(sessions).set({ expiresAt: sql`now()` }).where(eq(sessions.userId, userId));
    expect(await browser.session()).toBeUndefined();
  },
);
