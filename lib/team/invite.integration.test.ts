import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { customers, mails, users, verificationTokens } from "@/db/schema";
import { requestSignInLink } from "@/lib/auth/sign-in-link";
import { sendMail } from "@/lib/work/send-mail";
import { staff } from "@/scripts/testing/actors";
import { mailbox } from "@/scripts/testing/context";
import { readyDraft } from "@/scripts/testing/drafts";
import { openBrowser } from "@/scripts/testing/next-auth-browser";
import { invitedPerson, latestMail, mailedLink, personOf, recordOf } from "@/scripts/testing/team";
import { changeRole } from "./change-role";
import { invitePerson, resendTeamInvitation } from "./invite";
import { getPerson } from "./queries";
import { revokeTeamInvitation } from "./remove";
import { suspendPerson } from "./suspend";

const done = { ok: true, value: null };

function someone(role = "viewer") {
  return { name: "Ivy Invited", email: `${randomUUID()}@staff.test`, role };
}

function stale<A extends object>(actor: A): A {
  const longAgo = new Date(Date.now() - 3_600_000);
  return { ...actor, authenticatedAt: longAgo, secondFactorAt: longAgo };
}

describe("somebody who is invited", () => {
  test("gets a mail that says who asks and what for, and joins by its button once", async () => {
    const admin = await staff("admin");
    const { id, email } = await invitedPerson(admin, "onboarder");
    const mail = await latestMail(email);
    expect(mail?.subject).toBe(`${admin.name} invited you to the team`);
    expect(mail?.text).toContain("You join as an onboarder");
    expect(await getPerson(admin, id)).toMatchObject({
      status: "invited",
      invitation: { ended: false },
    });

    const link = await mailedLink(email);
    const browser = openBrowser();
    expect(await browser.redeem(link)).toBe("signed in");
    expect(await browser.session()).toMatchObject({ userId: id, role: "onboarder" });
    expect(await openBrowser().redeem(link)).toBe("refused");
    expect(await getPerson(admin, id)).toMatchObject({ status: "active", invitation: null });
    expect((await recordOf(id)).map(({ action }) => action)).toEqual([
      ...["user.invited", "user.joined", "session.start"],
    ]);
  });

  test("may ask for a sign-in link instead, and then the invitation is used up", async () => {
    const admin = await staff("admin");
    const { email } = await invitedPerson(admin);
    const invitation = await mailedLink(email);
    await requestSignInLink(email, { ip: randomUUID(), userAgent: "test browser" });
    expect(await openBrowser().redeem(await mailedLink(email))).toBe("signed in");
    expect(await openBrowser().redeem(invitation)).toBe("refused");
  });

  test("is let in by nothing once the invitation has ended, until it is sent again", async () => {
    const admin = await staff("admin");
    const { id, email } = await invitedPerson(admin);
    const link = await mailedLink(email);
    await endInvitation(id);
    expect(await openBrowser().redeem(link)).toBe("refused");
    const before = await db.$count(mails, eq(mails.recipient, email));
    await requestSignInLink(email, { ip: randomUUID(), userAgent: "test browser" });
    expect(await db.$count(mails, eq(mails.recipient, email))).toBe(before);

    expect(await resendTeamInvitation(admin, id)).toEqual(done);
    expect(await openBrowser().redeem(await mailedLink(email))).toBe("signed in");
  });

  test("has seven days", async () => {
    const { id, email } = await invitedPerson(await staff("admin"));
    const [life] = await db
      .select({
        link: sql<number>`round(extract(epoch from expires_at - ${verificationTokens.createdAt}) / 86400)::int`,
        row: sql<number>`round(extract(epoch from invitation_ends_at - ${users.createdAt}) / 86400)::int`,
      })
      .from(verificationTokens)
      .innerJoin(users, eq(users.email, verificationTokens.identifier))
      .where(and(eq(verificationTokens.identifier, email), eq(users.id, id)));
    expect(life).toEqual({ link: 7, row: 7 });
  });
});

describe("inviting", () => {
  test("an address of somebody's is refused with the name, also when two invite at once", async () => {
    const admin = await staff("admin");
    const wanted = someone();
    const answers = await Promise.all([
      ...[invitePerson(admin, wanted), invitePerson(admin, wanted)],
      invitePerson(admin, { ...wanted, email: wanted.email.toUpperCase() }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({
      ok: false,
      error: { code: "taken", name: "Ivy Invited" },
    });
    expect(await db.$count(mails, eq(mails.recipient, wanted.email))).toBe(1);
  });

  test.each([
    [{ name: "" }, ["name"]],
    [{ name: "x".repeat(101) }, ["name"]],
    [{ name: "Ivy\u0000" }, ["name"]],
    [{ name: "\ud800" }, ["name"]],
    [{ email: "ivy" }, ["email"]],
    [{ email: "ivy@exämple.test" }, ["email"]],
    [{ role: "owner" }, ["role"]],
    [{ name: " ", email: "", role: "" }, ["name", "email", "role"]],
  ])("%j is told at its fields", async (typed, fields) => {
    const answer = await invitePerson(await staff("admin"), { ...someone(), ...typed });
    expect(answer).toEqual({ ok: false, error: { code: "malformed", fields } });
  });

  test("an admin takes a fresh sign-in, anybody else does not", async () => {
    const admin = stale(await staff("admin"));
    const refused = { ok: false, error: { code: "sign_in_again" } };
    expect(await invitePerson(admin, someone("admin"))).toEqual(refused);
    expect(await invitePerson(admin, someone("onboarder"))).toMatchObject({ ok: true });

    const { id } = await invitedPerson(await staff("admin"), "admin");
    expect(await resendTeamInvitation(admin, id)).toEqual(refused);
  });

  test("is done also while the mail server is busy: the mail waits", async () => {
    const admin = await staff("admin");
    const { id, email } = await invitedPerson(admin);
    await mailbox.refuse(1);
    await expect(deliver(email)).rejects.toThrow();
    expect(await getPerson(admin, id)).toMatchObject({
      status: "invited",
      invitation: { delivery: { state: "queued" }, link: null },
    });
    await deliver(email);
    expect((await mailbox.waitFor(email)).subject).toContain("invited you");
  });

  test("an address the mail server will never take is said in its words", async () => {
    const admin = await staff("admin");
    const email = `refused-${randomUUID()}@staff.test`;
    const invited = await invitePerson(admin, { ...someone(), email });
    await deliver(email);
    const { id } = invited.ok ? invited.value : { id: "" };
    expect(await getPerson(admin, id)).toMatchObject({
      invitation: { delivery: { state: "refused", refusal: expect.stringContaining("550") } },
    });
  });
});

describe("an invitation that is sent again", () => {
  test("has another link, and the one before is worth nothing", async () => {
    const admin = await staff("admin");
    const { id, email } = await invitedPerson(admin);
    const first = await mailedLink(email);
    await resendTeamInvitation(admin, id);
    const second = await mailedLink(email);
    expect(second).not.toBe(first);
    expect(await openBrowser().redeem(first)).toBe("refused");
    expect(await openBrowser().redeem(second)).toBe("signed in");
  });

  test("takes somebody who is invited", async () => {
    const admin = await staff("admin");
    const { userId } = await staff("viewer");
    const error = { code: "wrong_status", status: "active" };
    expect(await resendTeamInvitation(admin, userId)).toEqual({ ok: false, error });
    expect(await revokeTeamInvitation(admin, userId)).toEqual({ ok: false, error });
    expect(await resendTeamInvitation(admin, "usr_nobody")).toEqual({
      ok: false,
      error: { code: "not_found" },
    });
  });

  test("a mail that was not sent yet is dropped when a newer link replaces its own", async () => {
    const admin = await staff("admin");
    const { id, email } = await invitedPerson(admin);
    const [first] = await db.select().from(mails).where(eq(mails.recipient, email));
    await resendTeamInvitation(admin, id);
    await deliver(email);
    const [dropped] = await db
      .select({ lastFailure: mails.lastFailure })
      .from(mails)
      .where(eq(mails.id, first?.id ?? ""));
    expect(dropped?.lastFailure).toBe("dropped");
    expect(await mailbox.messages(email)).toHaveLength(1);
  });
});

describe("an invitation that is revoked", () => {
  test("leaves nobody behind, and the address can be invited again", async () => {
    const admin = await staff("admin");
    const { id, email } = await invitedPerson(admin);
    const link = await mailedLink(email);
    expect(await revokeTeamInvitation(admin, id)).toEqual(done);
    expect(await personOf(id)).toBeUndefined();
    expect(await openBrowser().redeem(link)).toBe("refused");
    expect((await recordOf(id)).at(-1)?.action).toBe("user.invitation_revoked");
    expect(await invitePerson(admin, { ...someone(), email })).toMatchObject({ ok: true });
  });

  test("leaves a suspended row where a customer was assigned meanwhile", async () => {
    const admin = await staff("admin");
    const { id, email } = await invitedPerson(admin, "onboarder");
    const customerId = await readyDraft(admin);
    await db.update(customers).set({ assigneeId: id }).where(eq(customers.id, customerId));
    const link = await mailedLink(email);
    expect(await revokeTeamInvitation(admin, id)).toEqual(done);
    expect(await getPerson(admin, id)).toMatchObject({ status: "suspended" });
    expect(await openBrowser().redeem(link)).toBe("refused");
  });
});

test("somebody who is invited has no access to suspend, and their role can be put right", async () => {
  const admin = await staff("admin");
  const { id, email } = await invitedPerson(admin);
  expect(await suspendPerson(admin, id)).toEqual({
    ok: false,
    error: { code: "wrong_status", status: "invited" },
  });
  expect(await changeRole(admin, { id, role: "onboarder" })).toEqual(done);
  expect((await latestMail(email))?.text).toContain("You join as an onboarder");
});

async function endInvitation(id: string): Promise<void> {
  const past = sql`now() - interval '1 second'`;
  const [person] = await db
    .update(users)
    .set({ invitationEndsAt: past })
    .where(eq(users.id, id))
    .returning({ email: users.email });
  await db
    .update(verificationTokens)
    .set({ expiresAt: past })
    .where(eq(verificationTokens.identifier, person?.email ?? ""));
}

async function deliver(email: string): Promise<void> {
  const queued = await db.select({ id: mails.id }).from(mails).where(eq(mails.recipient, email));
  for (const { id } of queued) await sendMail(id);
}
