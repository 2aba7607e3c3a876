import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { customers, invitations, mails } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { startOnboarding } from "@/lib/onboarding/start";
import { staff, applicant as stranger, system } from "@/scripts/testing/actors";
import { addCustomers } from "@/scripts/testing/customers";
import { auditOf, customerRow, readyDraft } from "@/scripts/testing/drafts";
import { handedIn, invited } from "@/scripts/testing/invitations";
import { type InviteInput, inviteApplicant } from "./invite";
import { invitationTokenHash, invitationUrl } from "./link";

const usual: Omit<InviteInput, "customerId"> = {
  name: "Ana Ruiz",
  email: "ana@acme.com",
  fillers: { company: "customer", products: "us", logo: "either" },
  acceptsAddendum: true,
  message: "Two lines\nfor you",
  language: "es",
  dueOn: "",
  lifetimeDays: "30",
};

async function invitationOf(id: string) {
  const [found] = await db.select().from(invitations).where(eq(invitations.id, id));
  if (!found) throw new Error(`There is no invitation ${id}`);
  return found;
}

async function invite(changes: Partial<InviteInput> = {}) {
  const onboarder = await staff("onboarder");
  const customerId = changes.customerId ?? (await startOnboarding(onboarder)).id;
  const sent = await inviteApplicant(onboarder, { ...usual, customerId, ...changes });
  if (!sent.ok) throw new Error(`Nobody was invited: ${sent.error.code}`);
  return { onboarder, customerId, id: sent.value.id };
}

describe("inviting somebody", () => {
  test("hands over the draft, and mails a link that is kept as a hash alone", async () => {
    const { onboarder, customerId, id } = await invite();
    expect(await customerRow(customerId)).toMatchObject({
      status: "INVITED",
      fillers: { company: "customer", logo: "either" },
    });
    const kept = await invitationOf(id);
    expect(kept).toMatchObject({
      customerId,
      name: "Ana Ruiz",
      email: "ana@acme.com",
      steps: ["company", "logo"],
      acceptsAddendum: true,
      message: "Two lines\nfor you",
      language: "es",
      dueOn: null,
      lifetimeDays: 30,
      version: 1,
      tokenHash: invitationTokenHash({ id, version: 1 }),
      createdBy: onboarder.userId,
      forwardedFrom: null,
    });
    const days = (kept.expiresAt.getTime() - kept.createdAt.getTime()) / 86_400_000;
    expect(days).toBeCloseTo(30, 5);
    const queued = await db.select().from(mails).where(eq(mails.invitationId, id));
    expect(queued).toMatchObject([
      {
        template: "invitation",
        recipient: "ana@acme.com",
        parameters: { invitationId: id, version: "1" },
      },
    ]);
    const token = invitationUrl({ id, version: 1 }).split("/").at(-1) ?? "";
    expect(JSON.stringify([kept, queued])).not.toContain(token);
    expect((await auditOf(customerId)).at(-1)).toBe("invitation.sent");
  });

  test("a second person is asked for other sections, and the first keeps its own", async () => {
    const { customerId } = await invite({ fillers: { company: "customer" } });
    await invite({ customerId, email: "bo@acme.com", fillers: { logo: "either", company: "us" } });
    expect(await customerRow(customerId)).toMatchObject({
      status: "INVITED",
      fillers: { company: "customer", logo: "either" },
    });
  });

  test("again after it came back ends the link of the round before", async () => {
    const { customerId, id } = await invite();
    await db.update(customers).set({ status: "READY" }).where(eq(customers.id, customerId));
    const again = await invite({ customerId });
    expect(await invitationOf(id)).toMatchObject({ version: 2, revokedAt: expect.any(Date) });
    expect(await invitationOf(again.id)).toMatchObject({ version: 1, revokedAt: null });
  });

  test("a draft that is complete, or that Plaid refused, is handed over as well", async () => {
    const onboarder = await staff("onboarder");
    const ready = await readyDraft(onboarder);
    const [refused = ""] = await addCustomers(onboarder, [{ status: "SUBMIT_FAILED" }]);
    for (const customerId of [ready, refused]) {
      await invite({ customerId });
      expect((await customerRow(customerId)).status).toBe("INVITED");
    }
  });
});

describe("nobody is invited", () => {
  test("by those who may not, the customer's own people among them", async () => {
    const onboarder = await staff("onboarder");
    const { customerId, applicant } = await invited(onboarder);
    for (const actor of [applicant, stranger, system, await staff("viewer")]) {
      await expect(inviteApplicant(actor, { ...usual, customerId })).rejects.toThrow(
        ForbiddenError,
      );
    }
    const sent = await db.$count(invitations, eq(invitations.customerId, customerId));
    expect(sent).toBe(1);
  });

  test.each([
    ["UNDER_REVIEW", { code: "already_sent", status: "UNDER_REVIEW" }],
    ["REJECTED", { code: "already_sent", status: "REJECTED" }],
    ["IN_REVIEW", { code: "in_review" }],
  ])("to a customer in %s", async (status, error) => {
    const onboarder = await staff("onboarder");
    const [customerId = ""] = await addCustomers(onboarder, [{ status }]);
    expect(await inviteApplicant(onboarder, { ...usual, customerId })).toEqual({
      ok: false,
      error,
    });
  });

  test("twice at one address: that person has a link", async () => {
    const { onboarder, customerId } = await invite();
    const email = usual.email.toUpperCase();
    expect(await inviteApplicant(onboarder, { ...usual, customerId, email })).toMatchObject({
      error: { code: "incorrect", errors: { email: expect.stringContaining("has a link") } },
    });
    expect(await db.$count(invitations, eq(invitations.customerId, customerId))).toBe(1);
  });

  test("to a customer that is not there", async () => {
    const onboarder = await staff("onboarder");
    expect(await inviteApplicant(onboarder, { ...usual, customerId: "cus_nobody" })).toEqual({
      ok: false,
      error: { code: "not_found" },
    });
  });

  test("when the form is incorrect, and nothing is written", async () => {
    const onboarder = await staff("onboarder");
    const { customerId } = await handedIn(onboarder);
    const before = await db.$count(mails);
    const wrong = await inviteApplicant(onboarder, { ...usual, customerId, email: "nobody" });
    expect(wrong).toMatchObject({
      error: { code: "incorrect", errors: { email: expect.stringContaining("address") } },
    });
    expect(await db.$count(mails)).toBe(before);
    const here = and(eq(invitations.customerId, customerId), eq(invitations.name, usual.name));
    expect(await db.$count(invitations, here)).toBe(1);
  });
});
