import "server-only";
import { type Answers, emptyAnswers } from "@/lib/onboarding/model";
import type { CheckedAnswers } from "@/lib/onboarding/step-checks";

type Contact = CheckedAnswers["contacts"]["technical"];

/** The answers as Plaid has them: in its form, and without what was typed but not sent. */
export function asSent(checked: CheckedAnswers): Answers {
  const { company, contacts, support, products, logo } = checked;
  const assets = products.assetsUnderManagement;
  return {
    company: { ...company, isDepository: company.registrationNumber !== "" },
    contacts: { technical: contactOf(contacts.technical), billing: contactOf(contacts.billing) },
    support,
    products: {
      use: products.products.length > 0 ? "chosen" : "ours",
      products: products.products,
      assetsUnderManagement: {
        amount: assets ? String(assets.amount) : "",
        currency: assets?.currency ?? "",
      },
    },
    logo,
    "redirect-uris": checked["redirect-uris"],
  };
}

function contactOf(contact: Contact): Answers["contacts"]["technical"] {
  return contact ? { use: "theirs", ...contact } : emptyAnswers.contacts.technical;
}
