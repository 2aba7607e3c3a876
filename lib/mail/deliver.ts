import "server-only";
import { env } from "@/lib/env";
import { singleton } from "@/lib/singleton";

const TIMEOUT_MS = 10_000;
const REFUSAL_MAX = 200;

type QueuedMail = {
  id: string;
  template: string;
  recipient: string;
  parameters: Record<string, string>;
};

/** How sending ended. A server that says "later" is no ending: then it throws. */
export type Outcome =
  | { state: "sent" }
  /** The server will not take this mail to this address, whenever it is tried. */
  | { state: "refused"; refusal: string }
  /** What it was about is over. */
  | { state: "dropped" }
  /** There is no mail server to send it to. */
  | { state: "not_configured" };

/**
 * Sends one mail. The Message-ID follows from its id, so that a mail sent twice after a crash is one
 * message to the reader's mailbox.
 */
export async function deliverMail({ id, template, ...facts }: QueuedMail): Promise<Outcome> {
  const { SMTP_URL } = env();
  if (!SMTP_URL) return { state: "not_configured" };
  // Loaded with the first mail: many processes never send one.
  const { composeMail } = await import("./compose");
  const mail = await composeMail(template, facts);
  if (!mail) return { state: "dropped" };
  try {
    const transport = await openTransport(SMTP_URL);
    await transport.sendMail({
      from: env().MAIL_FROM,
      // An object is taken as it is; a string would be parsed, and could name further recipients.
      to: { name: "", address: facts.recipient },
      messageId: `<${id}@${new URL(env().AUTH_URL).hostname}>`,
      ...(mail.replyTo && { replyTo: { name: "", address: mail.replyTo } }),
      headers: { "Auto-Submitted": "auto-generated", ...mail.headers },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    return { state: "refused", refusal };
  }
  return { state: "sent" };
}

function openTransport(url: string) {
  return singleton("mail", async () => {
    const { createTransport } = await import("nodemailer");
    return createTransport({
      url,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      dnsTimeout: TIMEOUT_MS,
    });
  });
}

/** The server's words where it is the recipient or the content that it will never take. */
function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const [command, status, words] = ["command", "responseCode", "response"].map((name) =>
    Reflect.get(error, name),
  );
  // A no to anything earlier, such as signing in, is about us.
  if (command !== "RCPT TO" && command !== "DATA") return undefined;
  if (typeof status !== "number" || status < 500) return undefined;
  return String(words ?? status)
    .replaceAll(/\s+/g, " ")
    .slice(0, REFUSAL_MAX)
    .toWellFormed();
}
