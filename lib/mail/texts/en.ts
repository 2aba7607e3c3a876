import "server-only";
import type { SecretKind } from "@/lib/secrets/model";

/** Whom and what a mail to a customer speaks of, as names. */
export type Names = { partner: string; company: string; sender: string; email: string };

/** What mails to customers say. The other languages have the same keys. */
export const en = {
  hello: (name: string) => `Hello ${name},`,
  unnamedCompany: "your company",
  askedFor: "You are asked for:",
  due: ({ partner }: Names, day: string) => `${partner} would like to have them by ${day}.`,
  works: (day: string) =>
    `The link works until ${day}. What you type is saved as you go, so you can stop and come back.`,
  code: ({ email }: Names) =>
    `On a new device you are asked for a code, which is mailed to ${email}.`,
  passOn:
    "Should a colleague answer a section, send them a link of their own from the form, and keep this one to yourself.",
  writes: (name: string) => `${name} writes:`,
  why: ({ sender, partner, company, email }: Names) =>
    `You get this mail because ${sender} named ${email} as the address of somebody who can answer questions of ${partner} about ${company}. If that is a mistake, there is nothing to do.`,

  invitation: {
    subject: ({ partner, company }: Names) => `${partner} asks you for details of ${company}`,
    intro: ({ sender, partner, company }: Names) =>
      `${sender} from ${partner} asks you to fill in details of ${company}. ${partner} needs them to register it with Plaid, so that people can connect their bank accounts to its application.`,
    action: "Fill in the details",
  },
  forwarded: {
    subject: ({ sender, company }: Names) => `${sender} passed questions about ${company} to you`,
    intro: ({ sender, partner, company }: Names) =>
      `${sender} was asked by ${partner} for details of ${company}, and passed some of the questions to you.`,
  },
  newLink: {
    subject: ({ company }: Names) => `Your new link for the details of ${company}`,
    intro: ({ partner, company }: Names) =>
      `Here is the link you asked for. It leads to the details of ${company} that ${partner} asked you for. What was typed before is kept.`,
    action: "Go on with the details",
  },
  reminder: {
    subject: ({ partner, company }: Names) => `${partner} still needs details of ${company}`,
    intro: ({ sender, company }: Names) =>
      `${sender} asked you for details of ${company}, and they are not submitted yet. What was typed is kept.`,
    stop: "No more reminders about this",
  },
  deviceCode: {
    subject: (code: string, { partner }: Names) => `${code} is your code for ${partner}`,
    intro: ({ partner, company }: Names) =>
      `Enter this code on the page that asks for it, and you can go on with the details of ${company} for ${partner}:`,
    works: "It works once and for 10 minutes. Nobody will call or write to ask you for it.",
    notYou: ({ partner }: Names) =>
      `If you did not open that page, somebody else has your link. Give the code to nobody, and tell ${partner}.`,
  },
  secrets: { sandbox: "Sandbox secret", production: "Production secret" } as Record<
    SecretKind,
    string
  >,
  handover: {
    subject: ({ partner, company }: Names) => `${partner} has Plaid keys of ${company} for you`,
    intro: ({ sender, partner, company }: Names) =>
      `${sender} from ${partner} hands over keys with which ${company} calls Plaid:`,
    action: "Receive the keys",
    once: "The page behind the link shows them one time. Have your password manager ready.",
    works: ({ email }: Names, day: string) =>
      `The link works until ${day}. The page asks for a code, which is mailed to ${email}.`,
    why: ({ sender, partner, company, email }: Names) =>
      `You get this mail because ${sender} named ${email} as the address of who receives the keys of ${company} from ${partner}. If that is a mistake, do not open the link, and tell ${partner}.`,
  },
  handoverCode: {
    subject: (code: string, { partner }: Names) =>
      `${code} is your code for the keys of ${partner}`,
    intro: ({ company }: Names) =>
      `Enter this code on the page that asks for it, to see the Plaid keys of ${company}:`,
  },
  handoverReceipt: {
    subject: ({ company }: Names) => `You received the Plaid keys of ${company}`,
    intro: ({ partner, company }: Names, moment: string) =>
      `On ${moment} you opened the link of ${partner} and were shown keys of ${company}:`,
    gone: ({ partner }: Names) =>
      `The link shows nothing any more, and ${partner} keeps no copy. If a key is lost, ${partner} can make another one.`,
    notYou: ({ partner }: Names) =>
      `If that was not you, somebody else has your keys: tell ${partner} at once.`,
  },
  changesRequested: {
    subject: ({ partner, company }: Names) => `${partner} asks for changes to ${company}`,
    intro: ({ sender, partner, company }: Names) =>
      `${sender} from ${partner} read the details of ${company} and asks you to change this:`,
    rest: "Everything else stays as it was submitted.",
    action: "Make the changes",
  },
  approved: {
    subject: ({ company }: Names) => `The details of ${company} are approved`,
    intro: ({ sender, partner, company }: Names) =>
      `${sender} from ${partner} read the details of ${company} and approved them. There is nothing left for you to do: ${partner} registers ${company} with Plaid.`,
    action: "See what was submitted",
  },
  rejected: {
    subject: ({ partner, company }: Names) => `${partner} does not go on with ${company}`,
    intro: ({ sender, partner, company }: Names) =>
      `${sender} from ${partner} read the details of ${company} and decided not to go on.`,
    questions: ({ partner }: Names) =>
      `The answers are kept. If you have questions, ask your contact at ${partner}.`,
  },
  receipt: {
    subject: ({ partner, company }: Names, reference: string) =>
      `${partner} has the details of ${company} (${reference})`,
    intro: ({ sender, partner, company }: Names, day: string) =>
      `${sender} submitted the details of ${company} to ${partner} on ${day}.`,
    reference: (reference: string) => `Reference: ${reference}`,
    next: ({ partner }: Names) =>
      `${partner} reads them now. You get a mail when they are approved, or when something has to change.`,
  },
};

export type Texts = typeof en;
