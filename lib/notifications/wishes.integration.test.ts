import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { auditEntries, customers, invitations, users } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { composeMail } from "@/lib/mail/compose";
import { startOnboarding } from "@/lib/onboarding/start";
import { type Staff, staff, applicant as stranger, system } from "@/scripts/testing/actors";
import { auditOf } from "@/scripts/testing/drafts";
import { invited } from "@/scripts/testing/invitations";
import { mailsTo } from "@/scripts/testing/reviews";
import { sendDigest } from "./digest";
import { nextDigest } from "./model";
import { readStop, stopMails } from "./stop";
import { stopLinks } from "./stop-link";
import { changeWishes, getWishes } from "./wishes";

afterEach(() => vi.useRealTimers());

async function userOf({ userId }: Staff) {
  const [row] = await db.select().from(users).where(eq(users.id, userId));
  return row;
}

function entriesOf({ userId }: Staff) {
  const mine = eq(auditEntries.subject, userId);
  return db.select().from(auditEntries).where(mine).orderBy(auditEntries.seq);
}

function tokenOf(what: Parameters<typeof stopLinks>[0]): string {
  return stopLinks(what).href.split("/").at(-1) ?? "";
}

describe("wishes", () => {
  test("are one's own, plan the digest, and leave a trace", async () => {
    const viewer = await staff("viewer");
    expect(await getWishes(viewer)).toEqual({ turn: true, digest: false });
    await changeWishes(viewer, { turn: false, digest: true });
    expect(await getWishes(viewer)).toEqual({ turn: false, digest: true });
    expect((await userOf(viewer))?.dueAt).toEqual(nextDigest(new Date()));
    await changeWishes(viewer, { turn: false, digest: false });
    expect((await userOf(viewer))?.dueAt).toBeNull();
    const entries = await entriesOf(viewer);
    expect(entries.map(({ action, details }) => ({ action, ...details }))).toEqual([
      { action: "notifications.changed", turn: "false", digest: "true" },
      { action: "notifications.changed", turn: "false", digest: "false" },
    ]);
  });

  test("are not for customers or the system", async () => {
    for (const actor of [stranger, system]) {
      await expect(getWishes(actor)).rejects.toThrow(ForbiddenError);
      const wishes = { turn: true, digest: true };
      await expect(changeWishes(actor, wishes)).rejects.toThrow(ForbiddenError);
    }
  });
});

describe("the digest", () => {
  async function reader(): Promise<Staff> {
    const onboarder = await staff("onboarder");
    await changeWishes(onboarder, { turn: true, digest: true });
    return onboarder;
  }

  test("goes out with what needs somebody, one's own first, and is planned for tomorrow", async () => {
    const [other, me] = [await staff("onboarder"), await reader()];
    const theirs = await startOnboarding(other);
    const mine = await startOnboarding(me);
    for (const [{ id }, companyName] of [
      [theirs, `Theirs ${theirs.id}`],
      [mine, `Mine ${mine.id}`],
    ] as const) {
      const statusSince = new Date("2020-01-01");
      await db.update(customers).set({ companyName, statusSince }).where(eq(customers.id, id));
    }
    await sendDigest(me.userId);
    const [queued] = await mailsTo(me.email);
    expect(queued).toMatchObject({ template: "digest", parameters: { userId: me.userId } });
    expect((await userOf(me))?.dueAt).toEqual(nextDigest(new Date()));
    const mail = await composeMail("digest", {
      recipient: me.email,
      parameters: { userId: me.userId },
    });
    const places = [`Mine ${mine.id}`, `Theirs ${theirs.id}`].map((name) =>
      mail?.text.indexOf(name),
    );
    expect(places[0]).toBeGreaterThan(0);
    expect(places[1]).toBeGreaterThan(places[0] ?? 0);
    expect(mail?.text).toContain(`/onboardings/${mine.id}`);
  });

  // Planned by a clock that is behind it would be due again at once, and go out until that clock is there.
  test("is planned by the clock of the database", async () => {
    const me = await reader();
    vi.setSystemTime(Date.now() - 48 * 3_600_000);
    await sendDigest(me.userId);
    vi.useRealTimers();
    expect((await userOf(me))?.dueAt).toEqual(nextDigest(new Date()));
  });

  test("is not for people who are suspended, or wish it no more", async () => {
    const [suspended, done] = [await reader(), await reader()];
    await startOnboarding(done);
    await db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, suspended.userId));
    await changeWishes(done, { turn: true, digest: false });
    for (const { userId, email } of [suspended, done]) {
      await sendDigest(userId);
      expect(await mailsTo(email)).toEqual([]);
    }
    expect((await userOf(suspended))?.dueAt).not.toBeNull();
    expect((await userOf(done))?.dueAt).toBeNull();
  });
});

describe("a link that stops mails", () => {
  test.each(["turn", "digest"] as const)(
    "switches off %s alone, once, for its person",
    async (kind) => {
      const [me, other] = [await staff("onboarder"), await staff("onboarder")];
      for (const one of [me, other]) await changeWishes(one, { turn: true, digest: true });
      const token = tokenOf({ kind, id: me.userId });
      expect(await readStop(token)).toEqual({ kind, stopped: false });
      expect(await stopMails(token)).toBe(true);
      expect(await stopMails(token)).toBe(true);
      expect(await readStop(token)).toEqual({ kind, stopped: true });
      expect(await getWishes(me)).toEqual({ turn: true, digest: true, [kind]: false });
      expect(await getWishes(other)).toEqual({ turn: true, digest: true });
      const entries = await entriesOf(me);
      expect(entries.map(({ actorId }) => actorId)).toEqual([me.userId, "unsubscribe"]);
    },
  );

  test("ends the reminders of one invitation, and nothing else of it", async () => {
    const { customerId, applicant } = await invited(await staff("onboarder"));
    const token = tokenOf({ kind: "reminders", id: applicant.invitationId });
    expect(await readStop(token)).toEqual({ kind: "reminders", stopped: false });
    for (const _ of [1, 2]) expect(await stopMails(token)).toBe(true);
    const [row] = await db
      .select()
      .from(invitations)
      .where(eq(invitations.id, applicant.invitationId));
    expect(row).toMatchObject({ reminders: 3, dueAt: null, revokedAt: null });
    expect(await readStop(token)).toEqual({ kind: "reminders", stopped: true });
    const stops = (await auditOf(customerId)).filter((one) => one.endsWith("reminders_stopped"));
    expect(stops).toHaveLength(1);
  });

  test("does nothing when it was not made here", async () => {
    const me = await staff("onboarder");
    const token = tokenOf({ kind: "turn", id: me.userId });
    const [, , proof = ""] = token.split(".");
    for (const forged of [
      ...["", ".", "..", "turn", `turn.${me.userId}`, `turn.${me.userId}.`],
      ...[`${token}x`, token.slice(0, -1), `${token}.x`, token.toUpperCase(), `${token}\0`],
      `digest.${me.userId}.${proof}`,
      tokenOf({ kind: "reminders", id: me.userId }),
      tokenOf({ kind: "turn", id: "usr_nobody" }),
    ]) {
      expect(await stopMails(forged), forged).toBe(false);
      expect(await readStop(forged), forged).toBeUndefined();
    }
    expect(await getWishes(me)).toEqual({ turn: true, digest: false });
  });
});
