import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { mails, secondFactors } from "@/db/schema";
import { findSession } from "@/lib/auth/sessions";
import { staff } from "@/scripts/testing/actors";
import {
  addAuthenticator,
  codeOf,
  newSession,
  signedIn,
  withAuthenticator,
  wrongCodeOf,
} from "@/scripts/testing/second-factor";
import { beginAuthenticator, confirmAuthenticator, getBegunAuthenticator } from "./authenticator";
import { FACTORS_MAX } from "./model";
import { getFactors } from "./queries";
import { makeRecoveryCodes } from "./recovery-codes";

const hourAgo = new Date(Date.now() - 3_600_000);
const stale = { ok: false, error: { code: "sign_in_again" } };

test("an app counts from its first right code on, and the session goes on under another token", async () => {
  const { person, token } = await signedIn("onboarder");
  await beginAuthenticator(person);
  const { secret = "", qr } = (await getBegunAuthenticator(person)) ?? {};
  expect(qr?.size).toBeGreaterThan(30);
  expect(await getFactors(person)).toEqual({ factors: [], codesLeft: 0 });

  const confirm = (typed: string) =>
    confirmAuthenticator(person, { token, typed, name: "  My\u0000 phone\n" });
  expect(await confirm("12 34")).toMatchObject({ error: { code: "malformed" } });
  expect(await confirm(wrongCodeOf(secret))).toMatchObject({ error: { code: "wrong" } });
  expect((await getFactors(person)).factors).toEqual([]);
  const confirmed = await confirm(codeOf(secret));
  if (!confirmed.ok) throw new Error(confirmed.error.code);

  expect(await findSession(token, { counts: false })).toBeUndefined();
  const open = await findSession(confirmed.value.token, { counts: false });
  expect(open).toMatchObject({ hasFactor: true, secondFactorAt: expect.any(Date) });
  const { factors } = await getFactors(person);
  expect(factors).toMatchObject([{ kind: "totp", name: "My phone" }]);
  expect(await getBegunAuthenticator(person)).toBeUndefined();
  expect(await confirm(codeOf(secret))).toMatchObject({ error: { code: "not_begun" } });

  const told = await db
    .select({ parameters: mails.parameters })
    .from(mails)
    .where(and(eq(mails.recipient, person.email), eq(mails.template, "security-notice")));
  expect(told).toMatchObject([{ parameters: { userId: person.userId, notice: "added" } }]);
});

test("what was begun is replaced by beginning anew, and is over after an hour", async () => {
  const { person, token } = await signedIn("viewer");
  await beginAuthenticator(person);
  const first = (await getBegunAuthenticator(person))?.secret ?? "";
  await beginAuthenticator(person);
  const second = (await getBegunAuthenticator(person))?.secret ?? "";
  expect(second).not.toBe(first);
  const old = { token, typed: codeOf(first), name: "" };
  expect(await confirmAuthenticator(person, old)).toMatchObject({ error: { code: "wrong" } });

  await db
    .update(secondFactors)
    .set({ createdAt: sql`now() - interval '1 hour'` })
    .where(eq(secondFactors.userId, person.userId));
  expect(await getBegunAuthenticator(person)).toBeUndefined();
  const late = { token, typed: codeOf(second), name: "" };
  expect(await confirmAuthenticator(person, late)).toMatchObject({ error: { code: "not_begun" } });
});

test("the first factor takes a fresh sign-in, every other a fresh second factor", async () => {
  const { person, token } = await signedIn("viewer");
  const late = { ...person, authenticatedAt: hourAgo, secondFactorAt: null };
  expect(await beginAuthenticator(late)).toEqual(stale);
  expect(await beginAuthenticator({ ...late, authenticatedAt: new Date() })).toMatchObject({
    ok: true,
  });
  await addAuthenticator(person, token);

  const unproven = { ...person, secondFactorAt: null };
  expect(await beginAuthenticator(unproven)).toEqual(stale);
  expect(await confirmAuthenticator(unproven, { token, typed: "123456", name: "" })).toEqual(stale);
  expect(await makeRecoveryCodes({ ...person, secondFactorAt: hourAgo })).toEqual(stale);
  expect(await beginAuthenticator(person)).toMatchObject({ ok: true });
});

test("wrong codes are limited while setting up, too", async () => {
  const { person, token } = await signedIn("viewer");
  await beginAuthenticator(person);
  const { secret = "" } = (await getBegunAuthenticator(person)) ?? {};
  const confirm = (typed: string) => confirmAuthenticator(person, { token, typed, name: "" });
  for (let time = 0; time < 5; time++) await confirm(wrongCodeOf(secret));
  expect(await confirm(codeOf(secret))).toMatchObject({ error: { code: "too_many" } });
});

test("a session that ended meanwhile sets nothing up", async () => {
  const { person } = await signedIn("viewer");
  await beginAuthenticator(person);
  const { secret = "" } = (await getBegunAuthenticator(person)) ?? {};
  const given = { token: "x".repeat(43), typed: codeOf(secret), name: "" };
  expect(await confirmAuthenticator(person, given)).toMatchObject({
    error: { code: "signed_out" },
  });
  expect((await getFactors(person)).factors).toEqual([]);
});

test("nobody collects more than ten factors", async () => {
  const { person, token } = await withAuthenticator("viewer");
  const { userId } = person;
  const more = { userId, kind: "passkey", name: "Key", confirmedAt: new Date() } as const;
  await db.insert(secondFactors).values(Array(FACTORS_MAX - 1).fill(more));
  const full = { error: { code: "too_many_factors" } };
  expect(await beginAuthenticator(person)).toMatchObject(full);
  expect(await confirmAuthenticator(person, { token, typed: "123456", name: "" })).toMatchObject(
    full,
  );
});

test("recovery codes are for those who have a factor, and are counted as they go", async () => {
  const person = await staff("viewer");
  expect(await makeRecoveryCodes(person)).toMatchObject({ error: { code: "no_factor" } });
  await addAuthenticator(person, await newSession(person));
  expect(await makeRecoveryCodes(person)).toMatchObject({ ok: true });
  expect((await getFactors(person)).codesLeft).toBe(10);
});
