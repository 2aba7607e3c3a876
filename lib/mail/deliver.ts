import "server-only";
import { createTransport } from "nodemailer";
import { env } from "@/lib/env";
import { singleton } from "@/lib/singleton";
import { compose, toHtml, toText } from "./templates";

const TIMEOUT_MS = 10_000;

type QueuedMail = {
  id: string;
  template: string;
  recipient: string;
  parameters: Record<string, string>;
};

/**
 * Sends one mail, or throws; false when what it is about is over and nothing was sent. The Message-ID follows from the mail's id, so that a mail sent twice
 * after a crash is one message to the reader's mailbox.
 */
export async function deliverMail({ id, template, ...facts }: QueuedMail): Promise<boolean> {
  const letter = await compose(template, facts);
  if (!letter) return false;
  await transport().sendMail({
    from: env().MAIL_FROM,
    // An object is taken as it is; a string would be parsed, and could name further recipients.
    to: { name: "", address: facts.recipient },
    messageId: `<${id}@${new URL(env().AUTH_URL).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    subject: letter.subject,
    text: toText(letter),
    html: toHtml(letter),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return true;
}

function transport() {
  return singleton("mail", () =>
    createTransport({
      url: env().SMTP_URL,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      dnsTimeout: TIMEOUT_MS,
    }),
  );
}
