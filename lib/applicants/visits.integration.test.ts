import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { applicantDevices, auditEntries, invitations, mails } from "@/db/schema";
import { invitationTokenHash } from "@/lib/invitations/link";
import { auditOf } from "@/scripts/testing/drafts";
import { codesMailed, deviceOf, link, newIp, openBrowser, tokenOf } from "@/scripts/testing/visits";
import { renewLink } from "./renew-link";

async function inside() {
  const opened = await link();
  const browser = opened.browser();
  await browser.start();
  await browser.give(await browser.code());
  expect(await browser.at()).toBe("inside");
  return { ...opened, inside: browser };
}

function wrong(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, "0");
}

function age(cookie: string, column: "lastSeenAt" | "sessionStartedAt" | "codeSentAt", by: string) {
  return deviceOf(cookie).then(({ id }) =>
    db
      .update(applicantDevices)
      .set({ [column]: sql`now() - ${by}::interval` })
      .where(eq(applicantDevices.id, id)),
  );
}

/** Everything a request could have left behind. */
async function traces(invitationId: string, customerId: string) {
  return db.execute(sql`
    select
      (select to_jsonb(i) from invitations i where id = ${invitationId}) as invitation,
      (select to_jsonb(c) from customers c where id = ${customerId}) as customer,
      (select count(*) from applicant_devices where invitation_id = ${invitationId}) as devices,
      (select count(*) from mails where invitation_id = ${invitationId}) as mails,
      (select count(*) from audit_entries where subject = ${customerId}) as entries`);
}

test("a hundred looks at a link change nothing", async () => {
  const { browser, invitationId, customerId } = await link();
  const before = await traces(invitationId, customerId);
  for (let looks = 0; looks < 100; looks++) expect(await browser().at()).toBe("needs_start");
  expect(await traces(invitationId, customerId)).toEqual(before);
});

test("Start mails a code, and the right code lets this browser in under another cookie", async () => {
  const { browser: open, invitationId, customerId, email } = await link();
  const browser = open();
  expect(await browser.start()).toEqual({ ok: true, value: { cookie: expect.any(String) } });
  expect(await browser.at()).toBe("needs_code");
  const before = browser.cookie();
  const code = await browser.code();
  expect(code).toMatch(/^\d{6}$/);
  expect(await browser.give(` ${code.slice(0, 3)} ${code.slice(3)} `)).toMatchObject({ ok: true });
  expect(browser.cookie()).not.toBe(before);
  expect(await browser.visit()).toMatchObject({
    at: "inside",
    actor: { kind: "applicant", invitationId, customerId, email, origin: { userAgent: "phone" } },
  });
  expect(await auditOf(customerId)).toContain("invitation.opened");

  const stale = open();
  stale.setCookie(before);
  expect(await stale.at()).toBe("needs_start");
});

test("nothing that is kept opens a link or a session", async () => {
  const { token, inside: browser, invitationId } = await inside();
  const dump = JSON.stringify([
    await db.select().from(invitations).where(eq(invitations.id, invitationId)),
    await db.select().from(applicantDevices).where(eq(applicantDevices.invitationId, invitationId)),
    await db.select().from(mails).where(eq(mails.invitationId, invitationId)),
    await db.select().from(auditEntries),
  ]);
  expect(dump).not.toContain(token);
  expect(dump).not.toContain(browser.cookie());
});

test("a wrong code counts, the fifth is the last, and then the right one comes too late", async () => {
  const { browser: open } = await link();
  const browser = open();
  await browser.start();
  const code = await browser.code();
  expect(await browser.give("12345")).toEqual({ ok: false, error: { code: "malformed" } });
  for (const triesLeft of [4, 3, 2, 1]) {
    expect(await browser.give(wrong(code))).toEqual({
      ok: false,
      error: { code: "wrong", triesLeft },
    });
  }
  expect(await browser.give(wrong(code))).toEqual({ ok: false, error: { code: "over" } });
  expect(await browser.give(code)).toEqual({ ok: false, error: { code: "over" } });
  expect(await browser.at()).toBe("needs_code");
});

test("of twenty guesses at once five count", async () => {
  const { browser: open } = await link();
  const browser = open();
  await browser.start();
  const guess = wrong(await browser.code());
  const given = await Promise.all(Array.from({ length: 20 }, () => browser.give(guess)));
  const counted = given.filter((one) => !one.ok && one.error.code === "wrong");
  expect(counted).toHaveLength(4);
  expect(await browser.give(await browser.code())).toMatchObject({ error: { code: "over" } });
});

test("of two right codes at once one gets in, and a code works once", async () => {
  const { browser: open, invitationId } = await link();
  const [one, other] = [open(), open()];
  await one.start();
  other.setCookie(one.cookie());
  const code = await one.code();
  const given = await Promise.all([one.give(code), other.give(code)]);
  expect(given.filter(({ ok }) => ok)).toHaveLength(1);
  expect(given.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: "needs_start" } });
  const confirmed = await db.$count(
    applicantDevices,
    and(
      eq(applicantDevices.invitationId, invitationId),
      sql`${applicantDevices.confirmedAt} is not null`,
    ),
  );
  expect(confirmed).toBe(1);
});

test("a code is worth nothing after ten minutes, on another device, or after a newer one", async () => {
  const { browser: open } = await link();
  const [one, other] = [open(), open()];
  await one.start();
  await other.start();
  const code = await one.code();
  if (code !== (await other.code())) {
    expect(await other.give(code)).toMatchObject({ error: { code: "wrong" } });
  }
  expect(await one.resend()).toEqual({ ok: false, error: { code: "too_soon" } });
  await age(one.cookie(), "codeSentAt", "31 seconds");
  expect(await one.resend()).toEqual({ ok: true, value: null });
  if (code !== (await one.code())) {
    expect(await one.give(code)).toMatchObject({ error: { code: "wrong" } });
  }
  await age(one.cookie(), "codeSentAt", "10 minutes");
  expect(await one.give(await one.code())).toEqual({ ok: false, error: { code: "over" } });
});

test("a browser without the cookie of Start has no code to give", async () => {
  const { browser: open } = await link();
  const [one, other] = [open(), open()];
  await one.start();
  expect(await other.give(await one.code())).toEqual({
    ok: false,
    error: { code: "needs_start" },
  });
});

test.each([
  ["lastSeenAt", "29 minutes", "30 minutes"],
  ["sessionStartedAt", "7 hours 59 minutes", "8 hours"],
] as const)("a session ends by %s: open at %s, over at %s", async (column, before, after) => {
  const { inside: browser, invitationId } = await inside();
  await age(browser.cookie(), column, before);
  expect(await browser.at()).toBe("inside");
  await age(browser.cookie(), column, after);
  expect(await browser.visit()).toMatchObject({ at: "needs_start", link: { returning: true } });

  expect(await browser.start()).toEqual({ ok: true, value: { cookie: null } });
  expect(await browser.at()).toBe("inside");
  expect(await codesMailed(invitationId)).toBe(1);
});

test("revoking acts on the very next request", async () => {
  const { inside: browser, invitationId } = await inside();
  await db
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(eq(invitations.id, invitationId));
  expect(await browser.at()).toBe("unknown");
  expect(await browser.start()).toEqual({ ok: false, error: { code: "unknown" } });
});

test("another address makes the old link and its devices worthless at once", async () => {
  const { inside: browser, browser: open, invitationId } = await inside();
  const stranger = open();
  await stranger.start();
  await db
    .update(invitations)
    .set({ version: 2, tokenHash: invitationTokenHash({ id: invitationId, version: 2 }) })
    .where(eq(invitations.id, invitationId));
  expect(await browser.at()).toBe("unknown");
  expect(await stranger.give("123456")).toEqual({ ok: false, error: { code: "unknown" } });
  const moved = openBrowser(await tokenOf(invitationId), { ip: newIp(), userAgent: "phone" });
  moved.setCookie(browser.cookie());
  expect(await moved.at()).toBe("needs_start");
});

test("a link that ended says so, and lives on by a mail to the invited address alone", async () => {
  const { inside: browser, token, invitationId, email, customerId } = await inside();
  const end = () =>
    db
      .update(invitations)
      .set({ expiresAt: sql`now() - interval '1 second'` })
      .where(eq(invitations.id, invitationId));
  await end();
  expect(await browser.at()).toBe("expired");
  expect(await browser.start()).toEqual({ ok: false, error: { code: "expired" } });
  const origin = { ip: newIp(), userAgent: "phone" };
  for (let day = 0; day < 3; day++) {
    expect(await renewLink({ token, cookie: "" }, origin)).toEqual({ ok: true, value: null });
    const [row] = await db
      .select({
        days: sql<number>`round(extract(epoch from expires_at - now()) / 86400)::int`,
      })
      .from(invitations)
      .where(eq(invitations.id, invitationId));
    expect(row).toEqual({ days: 14 });
    await end();
  }
  expect(await renewLink({ token, cookie: "" }, origin)).toEqual({
    ok: false,
    error: { code: "too_many" },
  });
  const sent = await db
    .select({ to: mails.recipient })
    .from(mails)
    .where(and(eq(mails.invitationId, invitationId), eq(mails.template, "new-link")));
  expect(sent).toEqual([{ to: email }, { to: email }, { to: email }]);
  expect(await auditOf(customerId)).toContain("invitation.renewed");
});

// By construction they are one look-up; this sees that nothing was put around it.
test("unknown, mistyped, replaced and revoked links are answered alike", async () => {
  const [revoked, replaced, sound] = [await link(), await link(), await link()];
  await db
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(eq(invitations.id, revoked.invitationId));
  await db
    .update(invitations)
    .set({ version: 2, tokenHash: invitationTokenHash({ id: replaced.invitationId, version: 2 }) })
    .where(eq(invitations.id, replaced.invitationId));
  const tokens = [randomUUID(), `${sound.token.slice(0, -1)}!`, replaced.token, revoked.token];
  for (const token of tokens) {
    const visit = await openBrowser(token, { ip: newIp(), userAgent: "scanner" }).visit();
    expect(visit).toEqual({ at: "unknown" });
  }
});
