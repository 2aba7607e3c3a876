import "server-only";
import type { Answers } from "@/lib/onboarding/model";

/** The answers without what tells who a person is. */
export function maskPeople(answers: Answers): Answers {
  const { technical, billing } = answers.contacts;
  return {
    ...answers,
    contacts: { technical: maskContact(technical), billing: maskContact(billing) },
    support: {
      ...answers.support,
      email: maskEmail(answers.support.email),
      phoneNumber: maskPhone(answers.support.phoneNumber),
    },
  };
}

function maskContact(contact: Answers["contacts"]["technical"]): Answers["contacts"]["technical"] {
  return {
    ...contact,
    givenName: maskName(contact.givenName),
    familyName: maskName(contact.familyName),
    email: maskEmail(contact.email),
  };
}

function maskName(name: string): string {
  return name === "" ? "" : "••••";
}

/** The domain stays: it tells which company the address belongs to, not which person. */
function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return email === "" ? "" : `••••${at < 0 ? "" : email.slice(at)}`;
}

function maskPhone(phone: string): string {
  return phone === "" ? "" : `••••${phone.slice(-2)}`;
}
