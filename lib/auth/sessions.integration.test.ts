import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { auditEntries, auditPeople, sessions, users } from "@/db/schema";
import { ofEntry } from "@/lib/audit/person";
import { staff } from "@/scripts/testing/actors";
import { openBrowser } from "@/scripts/testing/next-auth-browser";
import type { Role } from "./model";
import { endSession, findSession } from "./sessions";
import { issueSignInLink } from "./sign-in-link";

const origin = { ip: "198.51.100.4", userAgent: "Firefox" };

async function signedIn(role: Role = "admin") {
  const person = await staff(role);
  const browser = openBrowser(origin);
  expect(await browser.redeem((await issueSignInLink(person.email)) ?? "")).toBe("signed in");
  return { ...person, browser };
}

function age(userId: string, column: "lastSeenAt" | "expiresAt", to: string) {
  return db
    .update(sessions)
    .set({ [column]: sql`now() + ${to}::interval` })
    .where(eq(sessions.userId, userId));
}

async function secondsSinceSeen(userId: string) {
  const [row] = await db
    .select({ seconds: sql<number>`extract(epoch from now() - last_seen_at)::int` })
    .from(sessions)
    .where(eq(sessions.userId, userId));
  return row?.seconds ?? Number.NaN;
}

test("a session says where it was started and ends after 12 hours", async () => {
  const { userId } = await signedIn();
  const rows = await db
    .select({
      ip: sessions.ip,
      userAgent: sessions.userAgent,
      hours: sql<number>`extract(epoch from expires_at - created_at)::int / 3600`,
    })
    .from(sessions)
    .where(eq(sessions.userId, userId));
  expect(rows).toEqual([{ ...origin, hours: 12 }]);
});

test("signing out ends the session itself: a copied cookie is worthless", async () => {
  const { browser } = await signedIn();
  expect(await browser.session()).toBeDefined();
  await endSession(browser.token(), origin);
  expect(await browser.session()).toBeUndefined();
});

test("suspending somebody acts on the very next request", async () => {
  const { browser, userId } = await signedIn();
  await db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, userId));
  expect(await browser.session()).toBeUndefined();
});

test("a new role acts on the very next request", async () => {
  const { browser, userId } = await signedIn("admin");
  await db.update(users).set({ role: "viewer" }).where(eq(users.id, userId));
  expect(await browser.session()).toMatchObject({ role: "viewer" });
});

test("a session ends after 30 minutes without activity", async () => {
  const { browser, userId } = await signedIn();
  await age(userId, "lastSeenAt", "-29 minutes");
  expect(await browser.session()).toBeDefined();
  await age(userId, "lastSeenAt", "-30 minutes -1 second");
  expect(await browser.session()).toBeUndefined();
});

test("a session ends at its absolute end, however active", async () => {
  const { browser, userId } = await signedIn();
  await age(userId, "expiresAt", "-1 second");
  expect(await browser.session()).toBeUndefined();
});

test("being used moves the idle limit, at most once a minute, and never the absolute end", async () => {
  const { browser, userId } = await signedIn();
  const before = await browser.session();
  await age(userId, "lastSeenAt", "-50 seconds");
  await browser.session();
  expect(await secondsSinceSeen(userId)).toBeGreaterThanOrEqual(50);
  await age(userId, "lastSeenAt", "-70 seconds");
  await browser.session();
  expect(await secondsSinceSeen(userId)).toBeLessThan(10);
  expect((await browser.session())?.expiresAt).toEqual(before?.expiresAt);
});

// A tab that is merely open asks every minute whether it may stay open.
test("asking without doing anything does not keep a session open", async () => {
  const { browser, userId } = await signedIn();
  await age(userId, "lastSeenAt", "-10 minutes");
  expect(await findSession(browser.token(), { counts: false })).toBeDefined();
  expect(await secondsSinceSeen(userId)).toBeGreaterThanOrEqual(600);
});

test("each sign-in is a new session", async () => {
  const { browser, email } = await signedIn();
  const first = browser.token();
  await browser.redeem((await issueSignInLink(email)) ?? "");
  expect(browser.token()).not.toBe(first);
});

test("an invented token finds nothing", async () => {
  expect(await findSession("x".repeat(43), { counts: true })).toBeUndefined();
});

test("beginning and end of a session are on record", async () => {
  const { browser, userId, name } = await signedIn();
  await endSession(browser.token(), origin);
  const entries = await db
    .select({
      action: auditEntries.action,
      name: auditPeople.name,
      ip: auditPeople.ip,
    })
    .from(auditEntries)
    .innerJoin(auditPeople, ofEntry)
    .where(and(eq(auditEntries.subject, userId), eq(auditEntries.actorKind, "staff")))
    .orderBy(auditEntries.seq);
  expect(entries).toEqual([
    { action: "session.start", name, ip: origin.ip },
    { action: "session.end", name, ip: origin.ip },
  ]);
});
