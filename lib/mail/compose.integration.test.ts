import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { applicantDevices, customers, invitations, mails, submissions, users } from "@/db/schema";
import { deviceCode } from "@/lib/applicants/code";
import { ForbiddenError } from "@/lib/auth/actor";
import type { ApplicantActor } from "@/lib/auth/model";
import { changeInvitationAddress } from "@/lib/invitations/change-address";
import { invitationUrl } from "@/lib/invitations/link";
import { revokeInvitation } from "@/lib/invitations/revoke";
import { startOnboarding } from "@/lib/onboarding/start";
import { staff, system } from "@/scripts/testing/actors";
import { handedIn, invited } from "@/scripts/testing/invitations";
import { approval, comment, decide, rejection, request } from "@/scripts/testing/reviews";
import { composeMail } from "./compose";
import { previewInvitation } from "./preview-invitation";

/** The latest queued mail of a kind, as it would go out now. */
async function composed({ invitationId }: ApplicantActor, template: string) {
  const queued = await db.select().from(mails).where(eq(mails.invitationId, invitationId));
  const mail = queued.findLast((one) => one.template === template);
  if (!mail) throw new Error(`There is no ${template} mail`);
  for (const value of Object.values(mail.parameters)) {
    expect(value).toMatch(/^(?:(?:inv|rev|sub|dev)_[\w-]+|\d+)$/);
  }
  return composeMail(template, mail);
}

async function linkOf({ invitationId: id }: ApplicantActor): Promise<string> {
  const [found] = await db.select().from(invitations).where(eq(invitations.id, id));
  return invitationUrl({ id, version: found?.version ?? 0 });
}

describe("a mail says what is true when it goes out", () => {
  test("the invitation", async () => {
    const onboarder = await staff("onboarder");
    const { customerId, applicant } = await invited(onboarder, {
      message: "Line one\nLine two",
      language: "es",
    });
    await db.update(customers).set({ companyName: "Acme <b>" }).where(eq(customers.id, customerId));
    const mail = await composed(applicant, "invitation");
    expect(mail?.text).toContain(await linkOf(applicant));
    expect(mail?.text).toContain("> Line one\n> Line two");
    expect(mail?.text).toContain(onboarder.name);
    expect(mail?.subject).toContain("le pide datos de Acme <b>");
    expect(mail?.html).toContain("Acme &lt;b&gt;");
  });

  test("a section that was passed on, in the name of who did", async () => {
    const { applicant } = await invited(await staff("onboarder"));
    const email = `bo-${randomUUID()}@customer.test`;
    const [origin] = await db
      .select()
      .from(invitations)
      .where(eq(invitations.id, applicant.invitationId));
    if (!origin) throw new Error("There is no invitation");
    const id = `inv_${randomUUID()}`;
    const passedOn = { createdBy: null, forwardedFrom: origin.id, tokenHash: id, email, id };
    await db.insert(invitations).values({ ...origin, ...passedOn, name: "Bo", steps: ["logo"] });
    const mail = await composeMail("forwarded", {
      recipient: email,
      parameters: { invitationId: id, version: "1" },
    });
    expect(mail?.subject).toContain("Ana Ruiz passed questions");
    expect(mail?.text).toContain("Logo and Link");
    expect(mail?.text).not.toContain("Contacts");
  });

  test("the code of a device, in the subject and without a link", async () => {
    const { applicant } = await invited(await staff("onboarder"));
    const { invitationId, email: recipient } = applicant;
    const [device] = await db
      .insert(applicantDevices)
      .values({
        ...{ invitationId, invitationVersion: 1, tokenHash: randomUUID(), codeSerial: 2 },
        ...applicant.origin,
      })
      .returning({ id: applicantDevices.id });
    const deviceId = device?.id ?? "";
    const mail = await composeMail("device-code", {
      recipient,
      parameters: { deviceId, serial: "2" },
    });
    expect(mail?.subject).toMatch(new RegExp(`^${deviceCode({ id: deviceId, serial: 2 })} `));
    expect(mail?.html).not.toContain("href");
    const older = { recipient, parameters: { deviceId, serial: "1" } };
    expect(await composeMail("device-code", older)).toBeUndefined();
  });

  test("what a reviewer asks for, and nothing that is for colleagues", async () => {
    const onboarder = await staff("onboarder");
    const { customerId, applicant } = await handedIn(onboarder);
    await comment(onboarder, customerId, { step: "support", path: "email", body: "Is it read?" });
    await comment(onboarder, customerId, { internal: true, body: "Looks odd to me" });
    await decide(onboarder, customerId, request);
    const mail = await composed(applicant, "changes-requested");
    expect(mail?.text).toContain("Support email address (Support information)\n\n> Is it read?");
    expect(mail?.text).not.toContain("odd");
    expect(mail?.text).toContain(await linkOf(applicant));
  });

  test("an approval and a receipt", async () => {
    const onboarder = await staff("onboarder");
    const { customerId, applicant, reference } = await handedIn(onboarder);
    const [submission] = await db
      .select()
      .from(submissions)
      .where(eq(submissions.customerId, customerId));
    const { invitationId, email: recipient } = applicant;
    const receipt = await composeMail("receipt", {
      recipient,
      parameters: { invitationId, submissionId: submission?.id ?? "" },
    });
    expect(receipt?.subject).toContain(reference);
    await decide(onboarder, customerId, approval);
    expect((await composed(applicant, "approved"))?.text).toContain(onboarder.name);
  });

  test("a rejection and its reason, though the link ended with it", async () => {
    const onboarder = await staff("onboarder");
    const { customerId, applicant } = await handedIn(onboarder);
    await decide(onboarder, customerId, rejection);
    const mail = await composed(applicant, "rejected");
    expect(mail?.text).toContain(`> ${rejection.reason}`);
    expect(mail?.text).not.toContain("/apply/");
  });
});

describe("a mail that would not be true any more is not made:", () => {
  test("the link was revoked", async () => {
    const onboarder = await staff("onboarder");
    const { customerId, applicant } = await invited(onboarder);
    await revokeInvitation(onboarder, { customerId, invitationId: applicant.invitationId });
    expect(await composed(applicant, "invitation")).toBeUndefined();
  });

  test("the link went to another address", async () => {
    const onboarder = await staff("onboarder");
    const { customerId, applicant } = await invited(onboarder);
    const { invitationId, email: recipient } = applicant;
    const email = `bo-${randomUUID()}@customer.test`;
    await changeInvitationAddress(onboarder, { customerId, invitationId, email });
    const parameters = { invitationId, version: "1" };
    expect(await composeMail("invitation", { recipient, parameters })).toBeUndefined();
    expect(await composeMail("reminder", { recipient: email, parameters })).toBeUndefined();
    const now = { invitationId, version: "2" };
    expect(await composeMail("reminder", { recipient: email, parameters: now })).toBeDefined();
  });

  test("the answers are with us already", async () => {
    const { applicant } = await handedIn(await staff("onboarder"));
    const { invitationId, email: recipient } = applicant;
    const parameters = { invitationId, version: "1" };
    expect(await composeMail("reminder", { recipient, parameters })).toBeUndefined();
  });

  test.each([
    ["suspended", { suspendedAt: new Date() }],
    ["of another address", { email: `new-${randomUUID()}@staff.test` }],
    ["without a wish for it", { wantsTurnMails: false }],
  ])("its reader is %s now", async (_, change) => {
    const onboarder = await staff("onboarder");
    const { id: customerId } = await startOnboarding(onboarder);
    const facts = {
      recipient: onboarder.email,
      parameters: { customerId, userId: onboarder.userId },
    };
    expect((await composeMail("your-turn", facts))?.subject).toContain("Unnamed customer");
    await db.update(users).set(change).where(eq(users.id, onboarder.userId));
    expect(await composeMail("your-turn", facts)).toBeUndefined();
  });

  test("it is somebody else's turn", async () => {
    const onboarder = await staff("onboarder");
    const { customerId } = await invited(onboarder);
    const parameters = { customerId, userId: onboarder.userId };
    expect(
      await composeMail("your-turn", { recipient: onboarder.email, parameters }),
    ).toBeUndefined();
  });
});

describe("the preview of an invitation", () => {
  const planned = {
    name: "Ana Ruiz",
    email: "ana@customer.test",
    steps: ["company", "logo"],
    message: "See you on Monday",
    language: "fr",
    dueOn: "2030-01-31",
    lifetimeDays: 14,
  } as const;

  test("is the mail itself, with a link that leads nowhere", async () => {
    const onboarder = await staff("onboarder");
    const { id: customerId } = await startOnboarding(onboarder);
    const preview = await previewInvitation(onboarder, {
      ...planned,
      steps: [...planned.steps],
      customerId,
    });
    expect(preview.subject).toContain("votre entreprise");
    expect(preview.text).toContain("> See you on Monday");
    expect(preview.text).toContain("31 janvier 2030");
    expect(preview.html).toContain("/apply/…");
    expect(await db.$count(invitations, eq(invitations.customerId, customerId))).toBe(0);
  });

  test("is not for people who may not invite", async () => {
    for (const actor of [await staff("viewer"), system]) {
      const asked = { ...planned, steps: [...planned.steps], customerId: "cus_1" };
      await expect(previewInvitation(actor, asked)).rejects.toThrow(ForbiddenError);
    }
  });
});
