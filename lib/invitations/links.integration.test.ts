import { desc, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { applicantDevices, invitations, mails } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { removeCustomer } from "@/lib/customers/remove";
import { saveStep } from "@/lib/onboarding/save-step";
import { staff, applicant as stranger, system } from "@/scripts/testing/actors";
import { auditOf, confirm, customerRow, wholeStep } from "@/scripts/testing/drafts";
import { fillIn, handedIn, invited } from "@/scripts/testing/invitations";
import { addInvitation } from "./add";
import { changeInvitationAddress } from "./change-address";
import { invitationTokenHash } from "./link";
import type { Link } from "./lock-link";
import { resendInvitation } from "./resend";
import { revokeInvitation } from "./revoke";

async function linkTo(actor: Awaited<ReturnType<typeof staff>>) {
  const { customerId, applicant } = await invited(actor);
  return { applicant, link: { customerId, invitationId: applicant.invitationId } };
}

async function rowOf({ invitationId }: Link) {
  const [row] = await db.select().from(invitations).where(eq(invitations.id, invitationId));
  if (!row) throw new Error(`There is no invitation ${invitationId}`);
  return row;
}

/** What is found by the link that was mailed first. */
function foundByFirst({ invitationId: id }: Link) {
  return db.$count(invitations, eq(invitations.tokenHash, invitationTokenHash({ id, version: 1 })));
}

function mailsOf({ invitationId }: Link) {
  return db
    .select()
    .from(mails)
    .where(eq(mails.invitationId, invitationId))
    .orderBy(desc(mails.createdAt));
}

/** Passes a section on, as its reader does. */
function forwardedFrom({ customerId, invitationId }: Link): Promise<string> {
  return db.transaction((tx) =>
    addInvitation(tx, {
      customerId,
      forwardedFrom: invitationId,
      name: "Bo Li",
      email: "bo@acme.com",
      steps: ["logo"],
      lifetimeDays: 14,
    }),
  );
}

describe("resending", () => {
  test("mails the same link again, and it works for its whole lifetime from now", async () => {
    const onboarder = await staff("onboarder");
    const { link } = await linkTo(onboarder);
    await db
      .update(invitations)
      .set({ expiresAt: sql`now() - interval '1 hour'` })
      .where(eq(invitations.id, link.invitationId));
    const before = await rowOf(link);
    const resent = await resendInvitation(onboarder, link);
    const after = await rowOf(link);
    expect(resent).toEqual({
      ok: true,
      value: { email: before.email, expiresAt: after.expiresAt.toISOString() },
    });
    expect(after).toMatchObject({ version: 1, tokenHash: before.tokenHash });
    expect(after.expiresAt.getTime() - before.expiresAt.getTime()).toBeGreaterThan(14 * 86_400_000);
    const sent = await mailsOf(link);
    expect(sent).toHaveLength(2);
    expect(sent[0]).toMatchObject({
      template: "invitation",
      recipient: before.email,
      parameters: { version: "1" },
    });
    expect((await auditOf(link.customerId)).at(-1)).toBe("invitation.resent");
  });

  test("a link that was passed on goes out as what it is", async () => {
    const onboarder = await staff("onboarder");
    const { link } = await linkTo(onboarder);
    const passedOn = { ...link, invitationId: await forwardedFrom(link) };
    expect(await resendInvitation(onboarder, passedOn)).toMatchObject({ ok: true });
    expect((await mailsOf(passedOn)).map(({ template }) => template)).toEqual([
      "forwarded",
      "forwarded",
    ]);
  });
});

describe("another address", () => {
  test("gets another link, and the old one and its devices are worth nothing", async () => {
    const onboarder = await staff("onboarder");
    const { link } = await linkTo(onboarder);
    const device = {
      invitationId: link.invitationId,
      invitationVersion: 1,
      tokenHash: `${link.invitationId} device`,
      confirmedAt: new Date(),
      ip: "192.0.2.8",
      userAgent: "test phone",
    };
    await db.insert(applicantDevices).values(device);
    const changed = await changeInvitationAddress(onboarder, {
      ...link,
      email: " Ana.Ruiz@ACME.com",
    });
    expect(changed).toEqual({ ok: true, value: { email: "ana.ruiz@acme.com" } });
    const after = await rowOf(link);
    expect(after).toMatchObject({ email: "ana.ruiz@acme.com", version: 2, name: "Ana Ruiz" });
    expect(await foundByFirst(link)).toBe(0);
    expect(after.version).not.toBe(device.invitationVersion);
    expect((await mailsOf(link))[0]).toMatchObject({
      recipient: "ana.ruiz@acme.com",
      parameters: { version: "2" },
    });
    expect((await auditOf(link.customerId)).at(-1)).toBe("invitation.address_changed");
  });

  test.each(["", "nobody", "ana@acme.com, eve@evil.test"])("is not %j", async (email) => {
    const onboarder = await staff("onboarder");
    const { link } = await linkTo(onboarder);
    expect(await changeInvitationAddress(onboarder, { ...link, email })).toMatchObject({
      error: { code: "incorrect", errors: { email: expect.any(String) } },
    });
    expect(await foundByFirst(link)).toBe(1);
  });

  test("is another one", async () => {
    const onboarder = await staff("onboarder");
    const { link, applicant } = await linkTo(onboarder);
    const email = applicant.email.toUpperCase();
    expect(await changeInvitationAddress(onboarder, { ...link, email })).toMatchObject({
      error: { code: "incorrect" },
    });
    expect(await mailsOf(link)).toHaveLength(1);
  });
});

describe("revoking", () => {
  test("ends the link at once, and the last one gives the draft back as its answers make it", async () => {
    const onboarder = await staff("onboarder");
    const { link, applicant } = await linkTo(onboarder);
    await fillIn(applicant);
    const { customerId } = link;
    expect(await revokeInvitation(onboarder, link)).toEqual({ ok: true, value: null });
    expect(await customerRow(customerId)).toMatchObject({ status: "DRAFT", fillers: {} });
    expect(await rowOf(link)).toMatchObject({ revokedAt: expect.any(Date), version: 2 });
    expect(await foundByFirst(link)).toBe(0);
    expect((await auditOf(customerId)).at(-1)).toBe("invitation.revoked");

    const late = wholeStep(customerId, "support", { email: "late@harbor.example" });
    expect(await saveStep(applicant, late)).toMatchObject({ error: { code: "already_sent" } });
    await confirm(onboarder, customerId);
    expect(await customerRow(customerId)).toMatchObject({ status: "READY" });
  });

  test("one of two leaves the draft with the other", async () => {
    const onboarder = await staff("onboarder");
    const { link } = await linkTo(onboarder);
    const { customerId } = link;
    const second = await invited(onboarder, { customerId, fillers: { logo: "either" } });
    await revokeInvitation(onboarder, link);
    expect(await customerRow(customerId)).toMatchObject({
      status: "INVITED",
      fillers: { logo: "either" },
    });
    const other = { customerId, invitationId: second.applicant.invitationId };
    await revokeInvitation(onboarder, other);
    expect(await customerRow(customerId)).toMatchObject({ status: "DRAFT", fillers: {} });
  });

  test("ends what its reader passed on", async () => {
    const onboarder = await staff("onboarder");
    const { link } = await linkTo(onboarder);
    const passedOn = { ...link, invitationId: await forwardedFrom(link) };
    await revokeInvitation(onboarder, link);
    expect(await rowOf(passedOn)).toMatchObject({ revokedAt: expect.any(Date) });
    expect(await foundByFirst(passedOn)).toBe(0);
    expect(await customerRow(link.customerId)).toMatchObject({ status: "DRAFT" });
  });

  test("comes with discarding the draft", async () => {
    const admin = await staff("admin");
    const { link } = await linkTo(admin);
    expect(await removeCustomer(admin, link.customerId)).toMatchObject({ ok: true });
    expect(await foundByFirst(link)).toBe(0);
    expect(await rowOf(link)).toMatchObject({ revokedAt: expect.any(Date) });
  });

  test("leaves answers that were handed in to their review", async () => {
    const onboarder = await staff("onboarder");
    const { customerId, applicant } = await handedIn(onboarder);
    const link = { customerId, invitationId: applicant.invitationId };
    expect(await revokeInvitation(onboarder, link)).toMatchObject({ ok: true });
    expect(await customerRow(customerId)).toMatchObject({ status: "IN_REVIEW" });
  });
});

const acts: [string, (actor: Actor, link: Link) => Promise<unknown>][] = [
  ["resendInvitation", resendInvitation],
  [
    "changeInvitationAddress",
    (actor, link) => changeInvitationAddress(actor, { ...link, email: "new@acme.com" }),
  ],
  ["revokeInvitation", revokeInvitation],
];

describe.each(acts)("%s", (name, act) => {
  test("is for staff who may invite", async () => {
    const { link, applicant } = await linkTo(await staff("onboarder"));
    for (const actor of [applicant, stranger, system, await staff("viewer")]) {
      await expect(act(actor, link)).rejects.toThrow(ForbiddenError);
    }
    expect(await foundByFirst(link)).toBe(1);
    expect(await mailsOf(link)).toHaveLength(1);
  });

  test("finds a link only under its own customer", async () => {
    const onboarder = await staff("onboarder");
    const { link } = await linkTo(onboarder);
    const other = await linkTo(onboarder);
    const mixed = { ...link, customerId: other.link.customerId };
    for (const wrong of [mixed, { ...link, invitationId: "inv_nobody" }]) {
      expect(await act(onboarder, wrong)).toEqual({ ok: false, error: { code: "not_found" } });
    }
    expect(await foundByFirst(link)).toBe(1);
  });

  test("does nothing to a link that was revoked", async () => {
    const onboarder = await staff("onboarder");
    const { link } = await linkTo(onboarder);
    await revokeInvitation(onboarder, link);
    expect(await act(onboarder, link)).toEqual({ ok: false, error: { code: "revoked" } });
    expect(await mailsOf(link)).toHaveLength(1);
  });

  test("asks nobody for answers that were handed in", async () => {
    const onboarder = await staff("onboarder");
    const { customerId, applicant } = await handedIn(onboarder);
    const answer = await act(onboarder, { customerId, invitationId: applicant.invitationId });
    if (name === "revokeInvitation") expect(answer).toMatchObject({ ok: true });
    else {
      const error = { code: "not_with_customer", status: "IN_REVIEW" };
      expect(answer).toEqual({ ok: false, error });
    }
  });
});
