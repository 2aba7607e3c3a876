import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { invitations, mails, users } from "@/db/schema";
import { revokeInvitation } from "@/lib/invitations/revoke";
import { deliveryOf } from "@/lib/mail/model";
import { queueMail } from "@/lib/mail/queue";
import { startOnboarding } from "@/lib/onboarding/start";
import { staff } from "@/scripts/testing/actors";
import { mailbox } from "@/scripts/testing/context";
import { invited } from "@/scripts/testing/invitations";
import { startWork, type Work } from "./loop";
import { sendMail } from "./send-mail";

async function mailTo(recipient: string) {
  const [row] = await db.select().from(mails).where(eq(mails.recipient, recipient));
  if (!row) throw new Error(`There is no mail to ${recipient}`);
  return { ...row, delivery: deliveryOf(row) };
}

async function queueTo(recipient: string): Promise<void> {
  const mail = { template: "sign-in-link", recipient, parameters: { linkId: "link_1" } } as const;
  await db.transaction((tx) => queueMail(tx, mail));
}

test("a mail whose matter is over is dropped, and said to be", async () => {
  const onboarder = await staff("onboarder");
  const { customerId, applicant } = await invited(onboarder);
  const { invitationId, email } = applicant;
  await revokeInvitation(onboarder, { customerId, invitationId });
  await sendMail((await mailTo(email)).id);
  expect(await mailTo(email)).toMatchObject({ delivery: { state: "dropped" }, dueAt: null });
  expect(await mailbox.messages(email)).toEqual([]);
});

describe("with the loop running", () => {
  let work: Work;
  beforeAll(() => {
    work = startWork();
  });
  afterAll(() => work.stop());

  test("a mail is sent, and known to be", async () => {
    const { applicant } = await invited(await staff("onboarder"));
    const { text } = await mailbox.waitFor(applicant.email);
    expect(text).toContain("/apply/");
    await expect.poll(async () => (await mailTo(applicant.email)).delivery.state).toBe("sent");
  });

  test("a mail that the server refuses for good is not tried again, and says why", async () => {
    const email = `refused-${randomUUID()}@customer.test`;
    await invited(await staff("onboarder"), { email });
    await expect
      .poll(async () => (await mailTo(email)).delivery)
      .toMatchObject({ state: "refused", refusal: "550 5.1.1 The mailbox does not exist" });
    expect(await mailTo(email)).toMatchObject({ dueAt: null, failures: 0, quarantinedAt: null });
  });

  test("a mail that the server takes later waits, and is never given up for it", async () => {
    const email = `${randomUUID()}@staff.test`;
    await mailbox.refuse(1);
    await queueTo(email);
    await expect.poll(async () => (await mailTo(email)).delivery.state).toBe("delayed");
    expect(await mailTo(email)).toMatchObject({ failures: 0, quarantinedAt: null });
    await db.update(mails).set({ dueAt: sql`now()` }).where(eq(mails.recipient, email));
    await mailbox.waitFor(email);
  });
});

test("a worker of its own reminds, makes the digest, and writes both out", async () => {
  const reader = await staff("onboarder");
  await startOnboarding(reader);
  const { applicant } = await invited(reader);
  const due = { dueAt: sql`now()` };
  await db
    .update(users)
    .set({ ...due, wantsDigest: true })
    .where(eq(users.id, reader.userId));
  await db
    .update(invitations)
    .set({ ...due, expiresAt: sql`${invitations.expiresAt} - interval '3 days'` })
    .where(eq(invitations.id, applicant.invitationId));
  const args = ["--import", "./scripts/typescript.mjs", "scripts/worker.ts"];
  const worker = spawn(process.execPath, args, { env: process.env, stdio: "ignore" });
  const about = (words: RegExp) => (mail: { subject: string }) => words.test(mail.subject);
  const digest = await mailbox.waitFor(reader.email, about(/needs? you$/), 20_000);
  expect(digest.html).toContain("See everything that needs you");
  expect(digest.headers).toMatchObject({
    "list-unsubscribe": expect.stringMatching(/^<http.*\/api\/unsubscribe\/digest\.usr_.*>$/),
    "list-unsubscribe-post": "List-Unsubscribe=One-Click",
  });
  const reminder = await mailbox.waitFor(applicant.email, about(/still needs/), 20_000);
  expect(reminder.headers["list-unsubscribe"]).toContain("/api/unsubscribe/reminders.inv_");
  worker.kill("SIGTERM");
  expect(await new Promise((resolve) => worker.once("exit", resolve))).toBe(0);
});
