import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { auditEntries, mails, recoveryCodes, sessions } from "@/db/schema";
import { staff } from "@/scripts/testing/actors";
import { runCommand } from "@/scripts/testing/admin-command";
import {
  addAuthenticator,
  codeOf,
  newSession,
  withAuthenticator,
  wrongCodeOf,
} from "@/scripts/testing/second-factor";
import { giveCode } from "./give";
import { getFactors, getPersonToReset } from "./queries";
import { makeRecoveryCodes } from "./recovery-codes";
import { removeFactor, resetFactors } from "./remove";

async function factorIds(person: Parameters<typeof getFactors>[0]): Promise<string[]> {
  return (await getFactors(person)).factors.map(({ id }) => id);
}

async function noticesTo(email: string): Promise<(string | undefined)[]> {
  const told = await db
    .select({ parameters: mails.parameters })
    .from(mails)
    .where(and(eq(mails.recipient, email), eq(mails.template, "security-notice")));
  return told.map(({ parameters }) => parameters.notice);
}

test("a removed factor lets nobody in, and its person is told", async () => {
  const { person, secret, token } = await withAuthenticator("onboarder");
  const other = await addAuthenticator(person, token, "Tablet");
  const [first = ""] = await factorIds(person);
  expect(await removeFactor(person, first)).toEqual({ ok: true, value: null });
  expect(await removeFactor(person, first)).toMatchObject({ error: { code: "not_found" } });

  const waiting = await newSession(person);
  const origin = person.origin;
  expect(await giveCode(waiting, codeOf(secret), origin)).toMatchObject({ ok: false });
  expect(await giveCode(waiting, codeOf(other.secret), origin)).toMatchObject({ ok: true });
  expect(await noticesTo(person.email)).toEqual(["added", "added", "removed"]);
});

test("an admin keeps the last one, others do not, and recovery codes go with it", async () => {
  const { person: admin } = await withAuthenticator("admin");
  const [only = ""] = await factorIds(admin);
  expect(await removeFactor(admin, only)).toMatchObject({ error: { code: "last_of_admin" } });
  expect(await factorIds(admin)).toEqual([only]);

  const { person } = await withAuthenticator("onboarder");
  await makeRecoveryCodes(person);
  const [last = ""] = await factorIds(person);
  expect(await removeFactor(person, last)).toMatchObject({ ok: true });
  expect(await db.$count(recoveryCodes, eq(recoveryCodes.userId, person.userId))).toBe(0);
});

test("of two who remove the last two at once, one is too late to leave an admin without", async () => {
  const { person, token } = await withAuthenticator("admin");
  await addAuthenticator(person, token);
  const both = await Promise.all((await factorIds(person)).map((id) => removeFactor(person, id)));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await factorIds(person)).toHaveLength(1);
});

test("nobody removes somebody else's, nor without a fresh second factor", async () => {
  const { person } = await withAuthenticator("viewer");
  const [id = ""] = await factorIds(person);
  const { person: other } = await withAuthenticator("admin");
  expect(await removeFactor(other, id)).toMatchObject({ error: { code: "not_found" } });
  const late = { ...person, secondFactorAt: null };
  expect(await removeFactor(late, id)).toMatchObject({ error: { code: "sign_in_again" } });
  expect(await factorIds(person)).toEqual([id]);
});

test("an admin resets somebody's factors: all go, every session ends, both are on record", async () => {
  const { person } = await withAuthenticator("admin");
  await makeRecoveryCodes(person);
  await newSession(person);
  const admin = await staff("admin");
  expect(await getPersonToReset(admin, person.userId)).toMatchObject({ factors: 1 });
  expect(await resetFactors(admin, person.userId)).toEqual({ ok: true, value: null });

  expect(await getFactors(person)).toEqual({ factors: [], codesLeft: 0 });
  expect(await db.$count(sessions, eq(sessions.userId, person.userId))).toBe(0);
  expect(await noticesTo(person.email)).toEqual(["added", "reset"]);
  const [entry] = await db
    .select({ actorId: auditEntries.actorId })
    .from(auditEntries)
    .where(
      and(eq(auditEntries.subject, person.userId), eq(auditEntries.action, "second_factor.reset")),
    );
  expect(entry).toEqual({ actorId: admin.userId });
});

test("who tried too often can set a new one up at once after a reset", async () => {
  const { person, secret } = await withAuthenticator("viewer");
  const token = await newSession(person);
  for (let time = 0; time < 6; time++) await giveCode(token, wrongCodeOf(secret), person.origin);
  await resetFactors(await staff("admin"), person.userId);
  const anew = await addAuthenticator(person, await newSession(person));
  expect(anew.secret).not.toBe(secret);
});

test("one's own, nobody's and none at all are not reset, nor without a fresh second factor", async () => {
  const { person } = await withAuthenticator("admin");
  expect(await resetFactors(person, person.userId)).toMatchObject({ error: { code: "own" } });
  expect(await resetFactors(person, "usr_nobody")).toMatchObject({ error: { code: "not_found" } });
  const { userId } = await staff("viewer");
  expect(await resetFactors(person, userId)).toMatchObject({ error: { code: "none" } });
  const late = { ...(await staff("admin")), secondFactorAt: null };
  expect(await resetFactors(late, person.userId)).toMatchObject({
    error: { code: "sign_in_again" },
  });
  expect(await factorIds(person)).toHaveLength(1);
});

test("the command resets for the last admin, and says when there is nothing to do", async () => {
  const { person } = await withAuthenticator("admin");
  const reset = () => runCommand(["reset-factors", "--email", person.email], {});
  expect(await reset()).toMatchObject({ code: 0 });
  expect(await factorIds(person)).toEqual([]);
  expect(await noticesTo(person.email)).toEqual(["added", "reset"]);
  const again = await reset();
  expect(again).toMatchObject({ code: 1 });
  expect(again.stderr).toContain("has no second factor");
  const stranger = await runCommand(["reset-factors", "--email", "nobody@staff.test"], {});
  expect(stranger.stderr).toContain("is nobody of the team");
});
