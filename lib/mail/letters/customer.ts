import "server-only";
import { type NameKey, nameIn } from "@/lib/fields/model";
import { catalogues } from "@/lib/languages/catalogues";
import type { Language } from "@/lib/languages/model";
import { catalogue } from "@/lib/mail/texts/catalogue";
import type { Names, Texts } from "@/lib/mail/texts/en";
import type { AnswerStep } from "@/lib/onboarding/model";

/** What is known of an invitation when a mail about it is made. */
export type Invitation = {
  language: Language;
  name: string;
  email: string;
  partner: string;
  /** Empty while nobody has named it. */
  company: string;
  /** Who invited, or passed a section on. */
  sender: string;
  steps: AnswerStep[];
  message: string;
  /** A line of the partner's own; empty where there is none. */
  greeting: string;
  /** ISO 8601 date. */
  dueOn: string | null;
  expiresAt: Date;
  url: string;
};

/** Whom a mail to a customer is for, and in whose name. */
export type Reader = Pick<
  Invitation,
  "language" | "name" | "email" | "partner" | "company" | "sender"
>;

/** The words for a mail, and the names that stand in them. */
export function wordsOf(reader: Reader, sender = reader.sender) {
  const { language, name, email, partner, company } = reader;
  const texts: Texts = catalogue[language];
  const names: Names = { partner, company: company || texts.unnamedCompany, sender, email };
  const days = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  const day = (date: Date | string) => days.format(new Date(date));
  const called = (asked: NameKey) => nameIn(catalogues[language].fields, asked);
  return { texts, names, day, called, hello: texts.hello(name), language };
}
