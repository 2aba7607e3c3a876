import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { auditEntries, auditPeople, mails, users } from "@/db/schema";
import { ofEntry } from "@/lib/audit/person";
import { findSession } from "@/lib/auth/sessions";
import {
  codeOf,
  newSession,
  signedIn,
  withAuthenticator,
  wrongCodeOf,
} from "@/scripts/testing/second-factor";
import { giveCode, giveRecoveryCode } from "./give";
import { makeRecoveryCodes } from "./recovery-codes";

const origin = { ip: "198.51.100.9", userAgent: "Firefox" };
const find = (token: string) => findSession(token, { counts: false });

async function recoveryCodesOf(person: Parameters<typeof makeRecoveryCodes>[0]) {
  const made = await makeRecoveryCodes(person);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

test("a mailed link begins a session that waits; the code opens it under another token", async () => {
  const { person, secret } = await withAuthenticator("admin");
  const token = await newSession(person);
  expect(await find(token)).toMatchObject({ hasFactor: true, secondFactorAt: null });

  const given = await giveCode(token, ` ${codeOf(secret)} `, origin);
  if (!given.ok) throw new Error(given.error.code);
  expect(await find(token)).toBeUndefined();
  const open = await find(given.value.token);
  expect(open).toMatchObject({ userId: person.userId, secondFactorAt: expect.any(Date) });
  expect(given.value.expiresAt).toEqual(open?.expiresAt);

  const [entry] = await db
    .select({ details: auditEntries.details, ip: auditPeople.ip })
    .from(auditEntries)
    .innerJoin(auditPeople, ofEntry)
    .where(
      and(eq(auditEntries.subject, person.userId), eq(auditEntries.action, "second_factor.given")),
    );
  expect(entry).toEqual({
    details: { kind: "totp", session: open?.sessionId },
    ip: origin.ip,
  });
});

test("a code is taken once, also by another session and also when asked twice at once", async () => {
  const { person, secret } = await withAuthenticator("viewer");
  const tokens = await Promise.all([1, 2, 3, 4].map(() => newSession(person)));
  const code = codeOf(secret);
  const answers = await Promise.all(tokens.map((token) => giveCode(token, code, origin)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter(({ ok }) => !ok)).toEqual(
    Array(3).fill({ ok: false, error: { code: "wrong" } }),
  );
});

test("after five wrong codes even the right one waits a quarter of an hour", async () => {
  const { person, secret } = await withAuthenticator("viewer");
  const token = await newSession(person);
  const tries = await Promise.all(
    Array.from({ length: 12 }, () => giveCode(token, wrongCodeOf(secret), origin)),
  );
  const codes = tries.map((answer) => (answer.ok ? "ok" : answer.error.code)).toSorted();
  expect(codes).toEqual([...Array(7).fill("too_many"), ...Array(5).fill("wrong")]);
  const tooMany = { ok: false, error: { code: "too_many" } };
  expect(await giveCode(token, codeOf(secret), origin)).toEqual(tooMany);
  expect(await giveRecoveryCode(await newSession(person), "whatever", origin)).toEqual(tooMany);
});

test("the tries of one person are not those of another", async () => {
  const { person, secret } = await withAuthenticator("viewer");
  const token = await newSession(person);
  for (let time = 0; time < 5; time++) await giveCode(token, wrongCodeOf(secret), origin);
  const other = await withAuthenticator("viewer");
  const answer = await giveCode(await newSession(other.person), codeOf(other.secret), origin);
  expect(answer).toMatchObject({ ok: true });
});

test("somebody else's code, text and no session at all let nobody in", async () => {
  const { person } = await withAuthenticator("viewer");
  const { secret: foreign } = await withAuthenticator("viewer");
  const token = await newSession(person);
  expect(await giveCode(token, codeOf(foreign), origin)).toMatchObject({
    error: { code: "wrong" },
  });
  for (const typed of ["", "12345", "' or 1=1", "1".repeat(100_000)]) {
    expect(await giveCode(token, typed, origin)).toMatchObject({ error: { code: "malformed" } });
  }
  const over = { error: { code: "signed_out" } };
  expect(await giveCode("x".repeat(43), codeOf(foreign), origin)).toMatchObject(over);
  await db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, person.userId));
  expect(await giveCode(token, codeOf(foreign), origin)).toMatchObject(over);
});

test("somebody without a second factor gives none", async () => {
  const { token } = await signedIn("viewer");
  expect(await giveCode(token, "123456", origin)).toMatchObject({ error: { code: "wrong" } });
  expect(await find(token)).toMatchObject({ secondFactorAt: null });
});

test("a recovery code lets in once, however it is typed, and its person is told", async () => {
  const { person } = await withAuthenticator("admin");
  const codes = await recoveryCodesOf(person);
  expect(new Set(codes).size).toBe(10);
  expect(codes[0]).toMatch(/^([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$/);

  const typed = ` ${codes[0]?.toLowerCase().replaceAll("-", " ")} `;
  const tokens = await Promise.all([1, 2, 3, 4].map(() => newSession(person)));
  const answers = await Promise.all(tokens.map((token) => giveRecoveryCode(token, typed, origin)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);

  const told = await db
    .select({ parameters: mails.parameters })
    .from(mails)
    .where(and(eq(mails.recipient, person.email), eq(mails.template, "security-notice")));
  const notices = told.map(({ parameters }) => parameters.notice).toSorted();
  expect(notices).toEqual(["added", "recovery_code_used"]);
});

test("new recovery codes end the old ones, and somebody else's are worth nothing", async () => {
  const { person } = await withAuthenticator("viewer");
  const [old = ""] = await recoveryCodesOf(person);
  const [now = ""] = await recoveryCodesOf(person);
  const wrong = { error: { code: "wrong" } };
  const token = await newSession(person);
  expect(await giveRecoveryCode(token, old, origin)).toMatchObject(wrong);
  const other = await withAuthenticator("viewer");
  expect(await giveRecoveryCode(await newSession(other.person), now, origin)).toMatchObject(wrong);
  expect(await giveRecoveryCode(token, now, origin)).toMatchObject({ ok: true });
});

test("neither secrets nor codes can be read in the database", async () => {
  const { person, secret } = await withAuthenticator("viewer");
  const [code = ""] = await recoveryCodesOf(person);
  for (const text of [secret, code, code.replaceAll("-", "")]) {
    const [found] = await db.execute<{ count: number }>(sql`
      select (select count(*) from second_factors f where encode(f.sealed, 'escape') || f::text like ${`%${text}%`})
        + (select count(*) from recovery_codes c where c::text like ${`%${text}%`})
        + (select count(*) from mails m where m::text like ${`%${text}%`})
        + (select count(*) from audit_entries a where a::text like ${`%${text}%`}) as count`);
    expect(Number(found?.count)).toBe(0);
  }
});
