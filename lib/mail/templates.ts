import "server-only";
import { deviceCode } from "@/lib/applicants/code";
import { signInUrl } from "@/lib/auth/link-token";
import { publicOrigin } from "@/lib/env";
import { invitationUrl } from "@/lib/invitations/link";
import { type MailFacts, readDevice, readInvitation, readUser, required } from "./readers";

/** One source for both forms of a mail: a paragraph is a text, or a link with a label. */
type Paragraph = string | { label: string; href: string };
export type Letter = { subject: string; paragraphs: Paragraph[] };

/** Undefined when what the mail is about is over: then there is nothing to send. */
type Template = (facts: MailFacts) => Promise<Letter | undefined>;

const templates = {
  "sign-in-link": async ({ recipient, parameters }) => ({
    subject: "Your sign-in link for Vestibule",
    paragraphs: [
      `Somebody, most likely you, asked to sign in to Vestibule as ${recipient}.`,
      {
        label: "Sign in to Vestibule",
        href: signInUrl(required(parameters, "linkId"), recipient, parameters.returnTo),
      },
      "The link works once and for 15 minutes. If you did not ask for it, there is nothing to do: nobody is signed in without opening it.",
    ],
  }),
  invitation: aboutInvitation("Answers that are needed from you", "Open the form"),
  forwarded: aboutInvitation("A section was passed on to you", "Open the form"),
  "new-link": aboutInvitation("Your new link", "Open the form"),
  "changes-requested": aboutInvitation("Changes are needed", "Open the form"),
  approved: aboutInvitation("Your answers were approved", "Open the form"),
  rejected: aboutInvitation("Your application was not taken on", "Open the form"),
  receipt: aboutInvitation("Your answers were received", "Open the form"),
  reminder: aboutInvitation("Answers are still needed from you", "Open the form"),
  "device-code": async (facts) => {
    const device = await readDevice(facts);
    if (!device) return undefined;
    const code = deviceCode(device);
    return { subject: `Your code is ${code}`, paragraphs: [code] };
  },
  "your-turn": async (facts) => {
    if (!(await readUser(facts))) return undefined;
    const href = new URL(`/customers/${required(facts.parameters, "customerId")}`, publicOrigin())
      .href;
    return {
      subject: "It is your turn",
      paragraphs: [{ label: "Open the customer", href }],
    };
  },
  digest: async (facts) => {
    if (!(await readUser(facts))) return undefined;
    return {
      subject: "What needs you today",
      paragraphs: [{ label: "Open Vestibule", href: publicOrigin() }],
    };
  },
} satisfies Record<string, Template>;

function aboutInvitation(subject: string, label: string): Template {
  return async (facts) => {
    const invitation = await readInvitation(facts);
    return invitation && { subject, paragraphs: [{ label, href: invitationUrl(invitation) }] };
  };
}

export type TemplateName = keyof typeof templates;

export class UnknownTemplateError extends Error {
  override readonly name = "UnknownTemplateError";
}

/**
 * The mail as it is true now; undefined when what it is about is over.
 *
 * @throws UnknownTemplateError for a mail queued by a version that knew more than this one.
 */
export async function compose(template: string, facts: MailFacts): Promise<Letter | undefined> {
  if (!Object.hasOwn(templates, template)) throw new UnknownTemplateError();
  // Own keys of the record are its template names.
  return templates[template as TemplateName](facts);
}

export function toText({ paragraphs }: Letter): string {
  const blocks = paragraphs.map((paragraph) =>
    typeof paragraph === "string" ? paragraph : `${paragraph.label}:\n${paragraph.href}`,
  );
  return `${blocks.join("\n\n")}\n`;
}

export function toHtml({ subject, paragraphs }: Letter): string {
  const blocks = paragraphs.map((paragraph) => {
    if (typeof paragraph === "string") return `<p>${escapeHtml(paragraph)}</p>`;
    const { label, href } = paragraph;
    return `<p><a href="${escapeHtml(href)}">${escapeHtml(label)}</a></p>`;
  });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="font-family: system-ui, sans-serif; font-size: 16px; line-height: 1.5; max-width: 40rem">
${blocks.join("\n")}
</body>
</html>
`;
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");
}
