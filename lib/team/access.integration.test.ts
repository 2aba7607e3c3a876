import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { sessions, ssoAccounts, users, verificationTokens } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { admitPerson } from "@/lib/auth/people";
import { issueSignInLink } from "@/lib/auth/sign-in-link";
import { type Staff, staff } from "@/scripts/testing/actors";
import { readyDraft } from "@/scripts/testing/drafts";
import { openBrowser } from "@/scripts/testing/next-auth-browser";
import { outcomesOf, performRun, startedRun } from "@/scripts/testing/runs";
import { invitedPerson, latestMail, personOf, recordOf } from "@/scripts/testing/team";
import { changeRole } from "./change-role";
import { getPerson } from "./queries";
import { releaseSsoAccount } from "./release-sso";
import { removePerson } from "./remove";
import { readmitPerson, suspendPerson } from "./suspend";

const done = { ok: true, value: null };
const lastAdmin = { ok: false, error: { code: "last_admin" } };
const yourself = { ok: false, error: { code: "yourself" } };
const signInAgain = { ok: false, error: { code: "sign_in_again" } };

async function signedIn(person: Staff) {
  const browser = openBrowser();
  expect(await browser.redeem((await issueSignInLink(person.email)) ?? "")).toBe("signed in");
  return browser;
}

function stale(actor: Staff): Staff {
  const longAgo = new Date(Date.now() - 3_600_000);
  return {
    ...actor,
    authenticatedAt: longAgo,
    ...("secondFactorAt" in actor && { secondFactorAt: longAgo }),
  };
}

/** Everything that takes an admin's access away, or the admin out of the team. */
const againstAdmins: [string, (actor: Actor, id: string) => Promise<unknown>][] = [
  ["suspend", suspendPerson],
  ["remove", removePerson],
  ["make a viewer of", (actor, id) => changeRole(actor, { id, role: "viewer" })],
];

describe("suspending", () => {
  test("ends every session and link at once, and letting back in opens none of them again", async () => {
    const [admin, person] = [await staff("admin"), await staff("onboarder")];
    const browser = await signedIn(person);
    const link = (await issueSignInLink(person.email)) ?? "";
    expect(await suspendPerson(admin, person.userId)).toEqual(done);
    expect(await browser.session()).toBeUndefined();
    expect(await db.$count(sessions, eq(sessions.userId, person.userId))).toBe(0);
    expect(await openBrowser().redeem(link)).toBe("refused");

    expect(await readmitPerson(admin, person.userId)).toEqual(done);
    expect(await browser.session()).toBeUndefined();
    expect(await openBrowser().redeem(link)).toBe("refused");
    expect(await (await signedIn(person)).session()).toMatchObject({ role: "onboarder" });
    expect((await recordOf(person.userId)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(["user.suspended", "user.readmitted"]),
    );
  });

  test("somebody who is just signing in leaves no session behind", async () => {
    const [admin, person] = [await staff("admin"), await staff("viewer")];
    const links = await Promise.all([1, 2, 3, 4].map(() => issueSignInLink(person.email)));
    await Promise.all([
      ...links.map((link) => openBrowser().redeem(link ?? "")),
      suspendPerson(admin, person.userId),
    ]);
    expect(await db.$count(sessions, eq(sessions.userId, person.userId))).toBe(0);
    expect(
      await db.$count(verificationTokens, eq(verificationTokens.identifier, person.email)),
    ).toBe(0);
  });

  test("stops what runs in the person's name", async () => {
    const [admin, person, owner] = [
      await staff("admin"),
      await staff("onboarder"),
      await staff("onboarder"),
    ];
    const ids = [await readyDraft(person), await readyDraft(person)];
    const wanted = { kind: "assign", ids, assigneeId: owner.userId } as const;
    const runId = await startedRun(person, wanted);
    await performRun(runId, 1);
    await suspendPerson(admin, person.userId);
    await performRun(runId);
    expect(await outcomesOf(runId)).toEqual(["done", "failed: person_gone"]);
  });

  test.each([
    ["suspend twice", suspendPerson, suspendPerson, "suspended"],
    ["let back in who is there", undefined, readmitPerson, "active"],
  ] as const)("does not %s", async (_, first, second, status) => {
    const [admin, person] = [await staff("admin"), await staff("viewer")];
    await first?.(admin, person.userId);
    expect(await second(admin, person.userId)).toEqual({
      ok: false,
      error: { code: "wrong_status", status },
    });
  });
});

describe("a new role", () => {
  test("acts on the next request and is told by mail", async () => {
    const [admin, person] = [await staff("admin"), await staff("onboarder")];
    const browser = await signedIn(person);
    expect(await changeRole(admin, { id: person.userId, role: "viewer" })).toEqual(done);
    expect(await browser.session()).toMatchObject({ role: "viewer" });
    const mail = await latestMail(person.email);
    expect(mail?.subject).toBe("You are a viewer now");
    expect(mail?.text).toContain(admin.name);
    expect((await recordOf(person.userId)).at(-1)).toEqual({
      action: "user.role_changed",
      details: { from: "onboarder", to: "viewer" },
    });
  });

  test("that is the old one changes nothing and tells nobody", async () => {
    const [admin, person] = [await staff("admin"), await staff("viewer")];
    expect(await changeRole(admin, { id: person.userId, role: "viewer" })).toEqual(done);
    expect(await recordOf(person.userId)).toEqual([]);
    expect(await latestMail(person.email)).toBeUndefined();
  });

  test("is not told any more when it has changed again", async () => {
    const [admin, person] = [await staff("admin"), await staff("viewer")];
    await changeRole(admin, { id: person.userId, role: "admin" });
    await db.update(users).set({ role: "viewer" }).where(eq(users.id, person.userId));
    expect(await latestMail(person.email)).toBeUndefined();
  });
});

describe("removing", () => {
  test("keeps the row of who was at work here, and forgets the single sign-on", async () => {
    const [admin, person] = [await staff("admin"), await staff("onboarder")];
    const browser = await signedIn(person);
    const { userId } = person;
    await db.insert(ssoAccounts).values({ userId, issuer: "https://id.test", subject: userId });
    expect(await removePerson(admin, userId)).toEqual(done);
    expect(await browser.session()).toBeUndefined();
    expect(await personOf(userId)).toMatchObject({ name: person.name });
    expect(await getPerson(admin, userId)).toMatchObject({ status: "suspended" });
    expect(await db.$count(ssoAccounts, eq(ssoAccounts.userId, userId))).toBe(0);
    expect((await recordOf(userId)).at(-1)?.action).toBe("user.removed");
  });

  test("is possible for who is suspended, and not for who did not come yet", async () => {
    const [admin, person] = [await staff("admin"), await staff("viewer")];
    await suspendPerson(admin, person.userId);
    expect(await removePerson(admin, person.userId)).toEqual(done);
    const { id } = await invitedPerson(admin);
    expect(await removePerson(admin, id)).toEqual({
      ok: false,
      error: { code: "wrong_status", status: "invited" },
    });
  });
});

test("untying an account lets another one be tied", async () => {
  const [admin, { userId }] = [await staff("admin"), await staff("viewer")];
  await db.insert(ssoAccounts).values({ userId, issuer: "https://id.test", subject: userId });
  expect(await releaseSsoAccount(admin, userId)).toEqual(done);
  expect(await db.$count(ssoAccounts, eq(ssoAccounts.userId, userId))).toBe(0);
  expect((await recordOf(userId)).map(({ action }) => action)).toEqual(["user.sso_released"]);
  expect(await releaseSsoAccount(admin, userId)).toEqual(done);
  expect(await recordOf(userId)).toHaveLength(1);
});

test.each([
  ...againstAdmins,
  ["let back in", readmitPerson],
  ["untie", releaseSsoAccount],
] as const)("to %s somebody takes a fresh sign-in", async (_, act) => {
  const person = await staff("viewer");
  expect(await act(stale(await staff("admin")), person.userId)).toEqual(signInAgain);
  expect(await recordOf(person.userId)).toEqual([]);
});

test.each(againstAdmins)("nobody may %s themselves", async (_, act) => {
  const [admin, other] = [await staff("admin"), await staff("admin")];
  expect(await act(admin, admin.userId)).toEqual(yourself);
  expect(other.role).toBe("admin");
  expect(await getPerson(admin, admin.userId)).toMatchObject({ obstacle: { code: "yourself" } });
});

test.each(againstAdmins)("to %s nobody is not found", async (_, act) => {
  expect(await act(await staff("admin"), "usr_nobody")).toEqual({
    ok: false,
    error: { code: "not_found" },
  });
});

describe("the last admin", () => {
  beforeEach(async () => {
    await db.update(users).set({ suspendedAt: new Date() }).where(eq(users.role, "admin"));
  });

  test.each(againstAdmins)("cannot %s themselves either, and is told why", async (_, act) => {
    const admin = await staff("admin");
    expect(await act(admin, admin.userId)).toEqual(lastAdmin);
    expect(await getPerson(admin, admin.userId)).toMatchObject({
      obstacle: { code: "last_admin" },
    });
  });

  test.each(againstAdmins)("is left when two admins %s each other at once", async (_, act) => {
    const [one, other] = [await staff("admin"), await staff("admin")];
    const outcomes = await Promise.all([act(one, other.userId), act(other, one.userId)]);
    expect(outcomes).toContainEqual(done);
    expect(outcomes).toContainEqual(lastAdmin);
    const left = and(eq(users.role, "admin"), isNull(users.suspendedAt));
    expect(await db.$count(users, left)).toBe(1);
  });

  test("is not somebody who was invited and never came", async () => {
    const admin = await staff("admin");
    await invitedPerson(admin, "admin");
    expect(await suspendPerson(admin, admin.userId)).toEqual(lastAdmin);
  });

  test("stays an admin also when a command says otherwise", async () => {
    const { email, name, userId } = await staff("admin");
    expect(await admitPerson({ email, name, role: "viewer" })).toEqual(lastAdmin);
    expect(await personOf(userId)).toMatchObject({ role: "admin" });
  });
});

test("who was suspended a moment ago suspends nobody any more", async () => {
  const [one, other, third] = [await staff("admin"), await staff("admin"), await staff("admin")];
  await suspendPerson(one, other.userId);
  await expect(suspendPerson(other, third.userId)).rejects.toThrow(ForbiddenError);
  const demotion = changeRole(other, { id: one.userId, role: "viewer" });
  await expect(demotion).rejects.toThrow(ForbiddenError);
});
