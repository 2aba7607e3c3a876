import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { invitations, mails, reviewComments, reviews, submissions } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { getCustomer } from "@/lib/customers/queries";
import { staff, applicant as stranger, system } from "@/scripts/testing/actors";
import { addCustomers } from "@/scripts/testing/customers";
import { fillIn, handedIn, invited } from "@/scripts/testing/invitations";
import { addInvitation } from "./add";
import { changeInvitationAddress } from "./change-address";
import { invitationUrl } from "./link";
import { listInvitations } from "./list";
import { revokeInvitation } from "./revoke";

type Made = Awaited<ReturnType<typeof invited>>;

const linkOf = ({ customerId, applicant: { invitationId } }: Made) => ({
  customerId,
  invitationId,
});

async function change({ applicant }: Made, values: Partial<typeof invitations.$inferInsert>) {
  await db.update(invitations).set(values).where(eq(invitations.id, applicant.invitationId));
}

/** What became of every mail of this invitation. */
async function mailed({ applicant }: Made, values: Partial<typeof mails.$inferInsert>) {
  await db.update(mails).set(values).where(eq(mails.invitationId, applicant.invitationId));
}

describe("an invitation in the list", () => {
  test("has its link, and who it went to", async () => {
    const onboarder = await staff("onboarder");
    const made = await invited(onboarder, { lifetimeDays: 3 });
    const [view] = await listInvitations(onboarder, made.customerId);
    expect(view).toMatchObject({
      id: made.applicant.invitationId,
      name: "Ana Ruiz",
      email: made.applicant.email,
      steps: made.applicant.steps,
      state: "sent",
      delivery: { state: "queued" },
      link: invitationUrl({ id: made.applicant.invitationId, version: 1 }),
      forwarded: [],
    });
  });

  test("shows a viewer neither the link nor the person", async () => {
    const made = await invited(await staff("onboarder"));
    const views = await listInvitations(await staff("viewer"), made.customerId);
    expect(views).toMatchObject([{ link: null, state: "sent" }]);
    const { name, email } = made.applicant;
    for (const hidden of [name, email, "/apply/"]) {
      expect(JSON.stringify(views)).not.toContain(hidden);
    }
    expect(views[0]?.email).toMatch(/^a•••@customer\.test$/);
  });

  test.each<[string, Partial<typeof mails.$inferInsert>, object]>([
    ["queued", { failures: 0 }, { state: "queued" }],
    ["sent", { sentAt: new Date(), dueAt: null }, { state: "sent" }],
    [
      "refused, in the mail server's words",
      { refusedAt: new Date(), refusal: "550 5.1.1 no such mailbox", dueAt: null },
      { state: "refused", refusal: "550 5.1.1 no such mailbox" },
    ],
    [
      "not sent, as there is no mail server",
      { lastFailure: "not_configured", dueAt: null },
      { state: "not_configured" },
    ],
    ["asked to wait", { lastFailure: "451" }, { state: "delayed" }],
  ])("says that its mail was %s", async (_, values, delivery) => {
    const onboarder = await staff("onboarder");
    const made = await invited(onboarder);
    await mailed(made, values);
    const [view] = await listInvitations(onboarder, made.customerId);
    expect(view?.delivery).toMatchObject(delivery);
  });

  test("tells of the latest mail with a link, not of a code", async () => {
    const onboarder = await staff("onboarder");
    const made = await invited(onboarder);
    await mailed(made, { refusedAt: new Date(), dueAt: null });
    await changeInvitationAddress(onboarder, { ...linkOf(made), email: "new@acme.com" });
    await db.insert(mails).values({
      template: "device-code",
      recipient: "new@acme.com",
      parameters: {},
      invitationId: made.applicant.invitationId,
      sentAt: new Date(),
    });
    const [view] = await listInvitations(onboarder, made.customerId);
    expect(view).toMatchObject({ email: "new@acme.com", delivery: { state: "queued" } });
  });

  test("goes from sent to submitted, and stands under no other customer", async () => {
    const onboarder = await staff("onboarder");
    const made = await invited(onboarder);
    const state = async () => (await listInvitations(onboarder, made.customerId))[0]?.state;
    await change(made, { openedAt: new Date() });
    expect(await state()).toBe("opened");
    await fillIn(made.applicant);
    expect(await state()).toBe("active");
    await change(made, { expiresAt: new Date() });
    expect(await state()).toBe("expired");
    await revokeInvitation(onboarder, linkOf(made));
    expect(await state()).toBe("revoked");
    const [view] = await listInvitations(onboarder, made.customerId);
    expect(view?.link).toBeNull();

    const other = await handedIn(onboarder);
    expect(await listInvitations(onboarder, other.customerId)).toMatchObject([
      { state: "submitted" },
    ]);
  });

  test("has what its reader passed on under it", async () => {
    const onboarder = await staff("onboarder");
    const made = await invited(onboarder);
    const child = await db.transaction((tx) =>
      addInvitation(tx, {
        customerId: made.customerId,
        forwardedFrom: made.applicant.invitationId,
        name: "Bo Li",
        email: "bo@acme.com",
        steps: ["logo"],
        lifetimeDays: 14,
      }),
    );
    const views = await listInvitations(onboarder, made.customerId);
    expect(views).toMatchObject([
      { id: made.applicant.invitationId, forwarded: [{ id: child, name: "Bo Li" }] },
    ]);
  });

  test("is for staff alone", async () => {
    const { customerId, applicant } = await invited(await staff("onboarder"));
    for (const actor of [applicant, stranger, system]) {
      await expect(listInvitations(actor, customerId)).rejects.toThrow(ForbiddenError);
    }
  });
});

describe("the line of a row", () => {
  const until = /link works until \d{1,2} [A-Z][a-z]{2}$/;

  test("of an invited customer names the address, when, and until when", async () => {
    const onboarder = await staff("onboarder");
    const made = await invited(onboarder);
    const { email } = made.applicant;
    const found = await getCustomer(onboarder, made.customerId);
    expect(found?.line).toMatch(until);
    expect(found?.line).toContain(`Sent to ${email} just now · `);
    expect(found?.action).toBeNull();
    const shown = (await getCustomer(await staff("viewer"), made.customerId))?.line;
    expect(shown).toMatch(/^Sent to a•••@customer\.test just now/);

    await change(made, { expiresAt: new Date(Date.now() - 2.5 * 86_400_000) });
    expect((await getCustomer(onboarder, made.customerId))?.line).toMatch(
      /· link ended 2 days ago$/,
    );
  });

  test.each<[Partial<typeof mails.$inferInsert>, (email: string) => string]>([
    [
      { refusedAt: new Date(), refusal: "550" },
      (email) => `The mail to ${email} was refused. Copy the link or change the address`,
    ],
    [
      { lastFailure: "not_configured" },
      (email) => `E-mail is not configured. Copy the link for ${email}`,
    ],
    [
      { lastFailure: "EAUTH", quarantinedAt: new Date() },
      (email) => `The mail to ${email} could not be sent. Copy the link or resend it`,
    ],
  ])("says first that no mail reaches the customer: %j", async (values, line) => {
    const onboarder = await staff("onboarder");
    const made = await invited(onboarder);
    await mailed(made, { dueAt: null, ...values });
    expect(await getCustomer(onboarder, made.customerId)).toMatchObject({
      line: line(made.applicant.email),
      action: { href: `/onboardings/${made.customerId}#invitations` },
    });
  });

  test("counts the sections of a customer that is filling in", async () => {
    const onboarder = await staff("onboarder");
    const { customerId, applicant } = await invited(onboarder);
    await fillIn({ ...applicant, steps: ["company", "contacts"] });
    expect((await getCustomer(onboarder, customerId))?.line).toBe(
      "2 of 5 sections · last active just now",
    );
  });

  test("names who submitted, to those who may know", async () => {
    const onboarder = await staff("onboarder");
    const { customerId } = await handedIn(onboarder);
    expect(await getCustomer(onboarder, customerId)).toMatchObject({
      line: "Submitted by Ana Ruiz just now",
      home: `/review/${customerId}`,
    });
    expect(await getCustomer(await staff("viewer"), customerId)).toMatchObject({
      line: "Submitted just now",
      home: `/customers/${customerId}`,
    });
  });

  test("counts what the latest review asked to be fixed", async () => {
    const onboarder = await staff("onboarder");
    const { customerId } = await handedIn(onboarder);
    await requestChanges(customerId, onboarder);
    expect(await getCustomer(onboarder, customerId)).toMatchObject({
      line: "2 fields to fix",
      home: `/onboardings/${customerId}`,
    });
  });

  test("says what the status means where nobody was invited", async () => {
    const onboarder = await staff("onboarder");
    const [id = ""] = await addCustomers(onboarder, [{ status: "INVITED" }]);
    expect((await getCustomer(onboarder, id))?.line).toBe("The customer has not started yet");
  });
});

async function requestChanges(customerId: string, by: Awaited<ReturnType<typeof staff>>) {
  const [submission] = await db
    .select()
    .from(submissions)
    .where(eq(submissions.customerId, customerId));
  if (!submission) throw new Error("Nothing was handed in");
  const { answers, answersSha256, id: submissionId } = submission;
  const { userId, name: userName, authenticatedAt, origin } = by;
  const person = { userId, userName };
  const [review] = await db
    .insert(reviews)
    .values({
      ...{ customerId, submissionId, answers, answersSha256, authenticatedAt },
      ...person,
      ...origin,
      decision: "changes_requested",
    })
    .returning({ id: reviews.id });
  const comment = { customerId, ...person, body: "Look again", internal: false };
  await db.insert(reviewComments).values([
    { ...comment, step: "company", path: "website", reviewId: review?.id },
    { ...comment, step: "company", path: "website", reviewId: review?.id },
    { ...comment, step: "support", path: "email", reviewId: review?.id },
    { ...comment, step: "support", path: "phoneNumber", internal: true },
  ]);
  await db.execute(sql`update customers set status = 'CHANGES_REQUESTED' where id = ${customerId}`);
}
