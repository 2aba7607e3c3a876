import type { Patch } from "@/lib/answers/model";
import titles from "@/lib/languages/messages/en/staff/changeItems.json";
import type { AnswerStep, FieldErrors } from "@/lib/onboarding/model";

type Item = { step: AnswerStep; title: string; paths: string[] };

/** What can change at Plaid after it was sent, as people change it: an address is one thing. */
export const changeItems = {
  "company-name": { step: "company", title: titles["company-name"], paths: ["companyName"] },
  "legal-entity-name": {
    step: "company",
    title: titles["legal-entity-name"],
    paths: ["legalEntityName"],
  },
  website: { step: "company", title: titles.website, paths: ["website"] },
  "application-name": {
    step: "company",
    title: titles["application-name"],
    paths: ["applicationName"],
  },
  address: {
    step: "company",
    title: titles.address,
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
    title: titles["registration-number"],
    paths: ["registrationNumber"],
  },
  "technical-contact": {
    step: "contacts",
    title: titles["technical-contact"],
    paths: ["technical.givenName", "technical.familyName", "technical.email"],
  },
  "billing-contact": {
    step: "contacts",
    title: titles["billing-contact"],
    paths: ["billing.givenName", "billing.familyName", "billing.email"],
  },
  "support-email": { step: "support", title: titles["support-email"], paths: ["email"] },
  "support-phone": { step: "support", title: titles["support-phone"], paths: ["phoneNumber"] },
  "contact-page": { step: "support", title: titles["contact-page"], paths: ["contactUrl"] },
  "link-update-page": {
    step: "support",
    title: titles["link-update-page"],
    paths: ["linkUpdateUrl"],
  },
  products: { step: "products", title: titles.products, paths: ["products"] },
  "redirect-uris": {
    step: "redirect-uris",
    title: titles["redirect-uris"],
    paths: ["redirectUris"],
  },
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
