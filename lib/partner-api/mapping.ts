import "server-only";
import type { PartnerCustomerCreateRequest, Products } from "plaid";
import type { CheckedAnswers } from "@/lib/onboarding/step-checks";

export type CreateRequest = PartnerCustomerCreateRequest;

/**
 * Our answers in Plaid's words. What is left out is not sent at all: Plaid then uses the partner's
 * own contact, products or logo. Extra keys would be refused (UNKNOWN_FIELDS).
 *
 * @param logo the stored PNG, or null.
 */
export function toCreateRequest(answers: CheckedAnswers, logo: Buffer | null): CreateRequest {
  const { company, contacts, support, products } = answers;
  const redirectUris = answers["redirect-uris"].redirectUris;
  const assets = products.assetsUnderManagement;
  return {
    company_name: company.companyName,
    // Both were confirmed with evidence before anything is sent: `submitOnboarding` refuses otherwise.
    is_diligence_attested: true,
    is_bank_addendum_completed: true,
    // Only codes of Plaid's list pass the check; the SDK's enum is the same strings.
    ...(products.products.length > 0 && { products: products.products as Products[] }),
    create_link_customization: answers.logo.createLinkCustomization,
    ...(logo && { logo: logo.toString("base64") }),
    legal_entity_name: company.legalEntityName,
    website: company.website,
    application_name: company.applicationName,
    ...(contacts.technical && { technical_contact: toContact(contacts.technical) }),
    ...(contacts.billing && { billing_contact: toContact(contacts.billing) }),
    ...(Object.values(support).some(Boolean) && { customer_support_info: toSupportInfo(support) }),
    address: {
      street: company.address.street,
      city: company.address.city,
      ...(company.address.region && { region: company.address.region }),
      postal_code: company.address.postalCode,
      country_code: company.address.countryCode,
    },
    ...(assets && {
      assets_under_management: { amount: assets.amount, iso_currency_code: assets.currency },
    }),
    ...(redirectUris.length > 0 && { redirect_uris: redirectUris }),
    ...(company.registrationNumber && { registration_number: company.registrationNumber }),
  };
}

function toSupportInfo(support: CheckedAnswers["support"]) {
  return {
    ...(support.email && { email: support.email }),
    ...(support.phoneNumber && { phone_number: support.phoneNumber }),
    ...(support.contactUrl && { contact_url: support.contactUrl }),
    ...(support.linkUpdateUrl && { link_update_url: support.linkUpdateUrl }),
  };
}

function toContact(contact: NonNullable<CheckedAnswers["contacts"]["technical"]>) {
  return {
    given_name: contact.givenName,
    family_name: contact.familyName,
    email: contact.email,
  };
}
