import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema";
import { newId } from "@/lib/id";
import { mailbox } from "@/scripts/testing/context";
import { UnknownTemplateError } from "./compose";
import { deliverMail } from "./deliver";
import { queueMail } from "./queue";

function signInMail(recipient: string) {
  return {
    id: newId("mail"),
    template: "sign-in-link",
    recipient,
    parameters: { linkId: "link_1" },
  };
}

test("a mail arrives as text and as HTML, at one recipient", async () => {
  const recipient = `${randomUUID()}@staff.test`;
  await deliverMail(signInMail(recipient));
  const { subject, text, html, to, headers } = await mailbox.waitFor(recipient);
  expect([to].flat()).toEqual([recipient]);
  expect(subject).toBe("Your sign-in link for Vestibule");
  expect(text).toContain("http://localhost:3000/sign-in/confirm?token=");
  expect(html).toContain('href="http://localhost:3000/sign-in/confirm?token=');
  expect(headers).toMatchObject({ "auto-submitted": "auto-generated" });
});

test.each([
  ["victim@staff.test, eve@evil.test"],
  ["victim@staff.test\r\nBcc: eve@evil.test"],
  ["victim@staff.test> <eve@evil.test"],
])("no second recipient comes out of %j", async (recipient) => {
  await deliverMail(signInMail(recipient)).catch(() => undefined);
  expect(await mailbox.messages("eve@evil.test")).toHaveLength(0);
});

test("a server that says later makes the delivery fail, so that it is tried again", async () => {
  const recipient = `${randomUUID()}@staff.test`;
  await mailbox.refuse(1);
  await expect(deliverMail(signInMail(recipient))).rejects.toMatchObject({ responseCode: 451 });
  expect(await mailbox.messages(recipient)).toHaveLength(0);
});

test("a server that says never is heard, in its own words", async () => {
  const mail = signInMail(`refused-${randomUUID()}@staff.test`);
  expect(await deliverMail(mail)).toEqual({
    state: "refused",
    refusal: "550 5.1.1 The mailbox does not exist",
  });
});

test("a template of another version fails instead of sending something else", async () => {
  const mail = { ...signInMail("ann@staff.test"), template: "from-the-future" };
  await expect(deliverMail(mail)).rejects.toThrow(UnknownTemplateError);
});

test("a mail exists only when the act it tells about does", async () => {
  const recipient = `${randomUUID()}@staff.test`;
  const mail = { template: "sign-in-link", recipient, parameters: {} } as const;
  const act = db.transaction(async (tx) => {
    await queueMail(tx, mail);
    throw new Error("the act failed");
  });
  await expect(act).rejects.toThrow("the act failed");
  expect(await db.$count(mails)).toBe(0);
});
