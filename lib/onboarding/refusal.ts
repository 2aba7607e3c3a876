import "server-only";
import type { PlaidProblem } from "@/lib/partner-api/model";
import type { AnswerStep } from "./model";

/** Where in the wizard a refusal is about; null when it is about no answer of ours. */
export type Place = { step: AnswerStep; field: string | null };

/** An application name that another customer of this portal holds; found before Plaid is asked. */
export const NAME_IN_USE = "APPLICATION_NAME_IN_USE";

const byCode: Record<string, Place> = {
  [NAME_IN_USE]: { step: "company", field: "applicationName" },
  CUSTOMER_ALREADY_CREATED: { step: "company", field: "applicationName" },
  LOGO_REQUIRED: { step: "logo", field: "logo" },
  INVALID_LOGO: { step: "logo", field: "logo" },
  CONTACT_REQUIRED: { step: "contacts", field: "technical.givenName" },
  ASSETS_UNDER_MANAGEMENT_REQUIRED: { step: "products", field: "assetsUnderManagement.amount" },
  INVALID_PRODUCT: { step: "products", field: "products" },
};

/** Plaid's field names, longest first, so that `customer_support_info.email` wins over nothing less exact. */
const byField: [string, Place][] = [
  ["customer_support_info.link_update_url", { step: "support", field: "linkUpdateUrl" }],
  ["customer_support_info.phone_number", { step: "support", field: "phoneNumber" }],
  ["customer_support_info.contact_url", { step: "support", field: "contactUrl" }],
  ["customer_support_info.email", { step: "support", field: "email" }],
  ["customer_support_info", { step: "support", field: "email" }],
  ["technical_contact.family_name", { step: "contacts", field: "technical.familyName" }],
  ["technical_contact.email", { step: "contacts", field: "technical.email" }],
  ["technical_contact", { step: "contacts", field: "technical.givenName" }],
  ["billing_contact.family_name", { step: "contacts", field: "billing.familyName" }],
  ["billing_contact.email", { step: "contacts", field: "billing.email" }],
  ["billing_contact", { step: "contacts", field: "billing.givenName" }],
  ["assets_under_management", { step: "products", field: "assetsUnderManagement.amount" }],
  ["address.country_code", { step: "company", field: "address.countryCode" }],
  ["address.postal_code", { step: "company", field: "address.postalCode" }],
  ["address.region", { step: "company", field: "address.region" }],
  ["address.city", { step: "company", field: "address.city" }],
  ["address", { step: "company", field: "address.street" }],
  ["registration_number", { step: "company", field: "registrationNumber" }],
  ["legal_entity_name", { step: "company", field: "legalEntityName" }],
  ["application_name", { step: "company", field: "applicationName" }],
  ["company_name", { step: "company", field: "companyName" }],
  ["redirect_uris", { step: "redirect-uris", field: "redirectUris" }],
  ["products", { step: "products", field: "products" }],
  ["website", { step: "company", field: "website" }],
  ["logo", { step: "logo", field: "logo" }],
];

/** Plaid's messages are not a contract: a name found in one is a hint where to look, nothing more. */
export function placeOf({ code, message }: PlaidProblem): Place | null {
  const known = byCode[code];
  if (known) return known;
  if (!["MISSING_FIELDS", "INVALID_FIELD", "UNKNOWN_FIELDS"].includes(code)) return null;
  return byField.find(([name]) => message.includes(name))?.[1] ?? null;
}
