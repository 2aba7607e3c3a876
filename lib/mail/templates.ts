import "server-only";
import { deviceCode } from "@/lib/applicants/code";
import { signInUrl } from "@/lib/auth/link-token";
import { invitationUrl } from "@/lib/invitations/link";

/** One source for both forms of a mail: a paragraph is a text, or a link with a label. */
type Paragraph = string | { label: string; href: string };
export type Letter = { subject: string; paragraphs: Paragraph[] };

type Facts = { recipient: string; parameters: Record<string, string> };

const templates = {
  "sign-in-link": ({ recipient, parameters }: Facts): Letter => ({
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
  invitation: ({ parameters }: Facts): Letter => {
    const id = required(parameters, "invitationId");
    return {
      subject: "Answers that are needed from you",
      paragraphs: [
        "You are asked to fill in part of an application.",
        {
          label: "Open the form",
          href: invitationUrl({ id, version: Number(required(parameters, "version")) }),
        },
      ],
    };
  },
  "device-code": ({ parameters }: Facts): Letter => {
    const [id, serial] = [required(parameters, "deviceId"), required(parameters, "serial")];
    return {
      subject: "Your code",
      paragraphs: [deviceCode({ id, serial: Number(serial) })],
    };
  },
} satisfies Record<string, (facts: Facts) => Letter>;

export type TemplateName = keyof typeof templates;

export class UnknownTemplateError extends Error {
  override readonly name = "UnknownTemplateError";
}

/** @throws UnknownTemplateError for a mail queued by a version that knew more than this one. */
export function compose(template: string, facts: Facts): Letter {
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

function required(parameters: Record<string, string>, name: string): string {
  const value = parameters[name];
  if (value === undefined) throw new TypeError(`Mail parameter ${name} is missing`);
  return value;
}
