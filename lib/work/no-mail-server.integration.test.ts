import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema";
import { listInvitations } from "@/lib/invitations/list";
import { staff } from "@/scripts/testing/actors";
import { mailbox } from "@/scripts/testing/context";
import { invited } from "@/scripts/testing/invitations";
import { sendMail } from "./send-mail";

beforeAll(() => {
  process.env.SMTP_URL = "";
});

test("without a mail server staff are told so, and nothing is tried again", async () => {
  const onboarder = await staff("onboarder");
  const { customerId, applicant } = await invited(onboarder);
  const [mail] = await db.select({ id: mails.id }).from(mails);
  await sendMail(mail?.id ?? "");

  const [kept] = await db.select().from(mails);
  expect(kept).toMatchObject({ sentAt: null, dueAt: null, failures: 0 });
  const [invitation] = await listInvitations(onboarder, customerId);
  expect(invitation).toMatchObject({ delivery: { state: "not_configured" }, state: "sent" });
  expect(invitation?.link).toContain("/apply/");
  expect(await mailbox.messages(applicant.email)).toEqual([]);
});
