import "server-only";
import { render, toPlainText } from "@react-email/render";
import { Frame } from "./frame";
import type { Letter } from "./letter";

/** `headers` beside the usual ones. */
export type WrittenMail = {
  subject: string;
  text: string;
  html: string;
  /** Where answers go, if not to the sender. */
  replyTo?: string;
  headers: Record<string, string>;
};

const SUBJECT_MAX = 200;

/** Both forms of a mail from one source, so that they cannot say different things. */
export async function writeMail(letter: Letter, partner: string): Promise<WrittenMail> {
  const subject = oneLine(letter.subject);
  const html = await render(<Frame letter={{ ...letter, subject }} partner={partner} />);
  const text = toPlainText(html, { selectors: [{ selector: "a", options: bareLinks }] });
  return { subject, text: `${text}\n`, html, headers: stopHeaders(letter) };
}

const bareLinks = { linkBrackets: false, hideLinkHrefIfSameAsText: true, noAnchorUrl: true };

/** Names stand in subjects: whatever they hold, a subject is one line of what can be seen. */
function oneLine(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\s]+/gu, " ").trim();
  const characters = [...line];
  return characters.length > SUBJECT_MAX
    ? `${characters.slice(0, SUBJECT_MAX - 1).join("")}…`
    : line;
}

/** Mail programs offer a button of their own for this (RFC 8058). */
function stopHeaders({ stop }: Letter): Record<string, string> {
  if (!stop) return {};
  return {
    "List-Unsubscribe": `<${stop.post}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
