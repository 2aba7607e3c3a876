import "server-only";
import type { Notice } from "@/lib/second-factor/model";
import { Action, Paragraph } from "./blocks";
import type { Letter } from "./letter";

export type SecurityNotice = {
  name: string;
  email: string;
  notice: Notice;
  at: Date;
  /** Where the person sees and changes how they sign in. */
  href: string;
};

const moment = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "UTC",
});

const texts: Record<Notice, { subject: string; what: string; next: string }> = {
  added: {
    subject: "A second factor was added to your account",
    what: "A second factor was added to your account",
    next: "You are asked for it whenever you sign in.",
  },
  removed: {
    subject: "A second factor was removed from your account",
    what: "A second factor was removed from your account",
    next: "It does not let you in any more.",
  },
  reset: {
    subject: "Your second factors were reset",
    what: "An administrator took all second factors and recovery codes from your account",
    next: "You were signed out everywhere. Sign in with a mailed link and set a new one up.",
  },
  recovery_code_used: {
    subject: "A recovery code was used to sign in",
    what: "One of your recovery codes was used to sign in",
    next: "That code does not work any more. Make new ones before they run out.",
  },
};

/** To the person it happened to, whoever did it. Without a secret, and without a link that signs in. */
export function securityLetter({ name, email, notice, at, href }: SecurityNotice): Letter {
  const { subject, what, next } = texts[notice];
  return {
    language: "en",
    subject,
    hello: `Hello ${name},`,
    intro: `${what}, ${email}, on ${moment.format(at)} UTC.`,
    body: (
      <>
        <Paragraph>{next}</Paragraph>
        <Action label="See how you sign in" href={href} />
        <Paragraph>
          If you know nothing of this, sign out all other sessions there and tell an administrator
          of your team at once.
        </Paragraph>
      </>
    ),
    why: "You get this mail because it is about your own account. It cannot be turned off.",
  };
}
