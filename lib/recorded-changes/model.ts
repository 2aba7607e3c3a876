import type { Patch } from "@/lib/answers/model";
import type { AnswerStep, FieldErrors } from "@/lib/onboarding/model";

type Item = { step: AnswerStep; title: string; paths: string[] };

/** What can change at Plaid after it was sent, as people change it: an address is one thing. */
export const changeItems = {
  "company-name": { step: "company", title: "Company name", paths: ["companyName"] },
  "legal-entity-name": { step: "company", title: "Legal entity name", paths: ["legalEntityName"] },
  website: { step: "company", title: "Website", paths: ["website"] },
  "application-name": { step: "company", title: "Application name", paths: ["applicationName"] },
  address: {
    step: "company",
    title: "Address",
    paths: [
      "address.countryCode",
      "address.street",
      "address.city",
      "address.region",
      "address.postalCode",
    ],
  },
  "registration-number": {
    step: "company",
    title: "Registration number",
    paths: ["registrationNumber"],
  },
  "technical-contact": {
    step: "contacts",
    title: "Technical contact",
    paths: ["technical.givenName", "technical.familyName", "technical.email"],
  },
  "billing-contact": {
    step: "contacts",
    title: "Billing contact",
    paths: ["billing.givenName", "billing.familyName", "billing.email"],
  },
  "support-email": { step: "support", title: "Support email address", paths: ["email"] },
  "support-phone": { step: "support", title: "Support phone number", paths: ["phoneNumber"] },
  "contact-page": { step: "support", title: "Contact page", paths: ["contactUrl"] },
  "link-update-page": { step: "support", title: "Link update page", paths: ["linkUpdateUrl"] },
  products: { step: "products", title: "Products", paths: ["products"] },
  "redirect-uris": { step: "redirect-uris", title: "Redirect URIs", paths: ["redirectUris"] },
} as const satisfies Record<string, Item>;

export type ChangeItem = keyof typeof changeItems;

export function isChangeItem(value: string): value is ChangeItem {
  return Object.hasOwn(changeItems, value);
}

/** A change already made in Plaid's Dashboard, as it is typed here. */
export type ChangeDraft = {
  /** As kept now, by path of the item. */
  values: Patch;
};

export type RecordError =
  | { code: "not_found" }
  /** Before it is sent, answers are changed in the wizard. */
  | { code: "not_sent" }
  | { code: "unchanged" }
  | { code: "wrong"; errors: FieldErrors };
