import { expect, test } from "vitest";
import type { CheckedAnswers } from "@/lib/onboarding/step-checks";
import { toCreateRequest } from "./mapping";

const least: CheckedAnswers = {
  company: {
    companyName: "Harbor",
    legalEntityName: "Harbor GmbH",
    website: "https://harbor.example",
    applicationName: "Harbor Pay",
    address: {
      countryCode: "DE",
      street: "Am Hafen 1",
      city: "Hamburg",
      region: "",
      postalCode: "20457",
    },
    registrationNumber: "",
  },
  contacts: { technical: null, billing: null },
  support: { email: "help@harbor.example", phoneNumber: "", contactUrl: "", linkUpdateUrl: "" },
  products: { products: [], assetsUnderManagement: null },
  logo: { createLinkCustomization: false, logo: "" },
  "redirect-uris": { redirectUris: [] },
};

// Guarantees that Plaid falls back to the partner's own, and never sees an empty value.
test("what the partner's own stands in for is not in the request at all", () => {
  expect(toCreateRequest(least, null)).toEqual({
    company_name: "Harbor",
    legal_entity_name: "Harbor GmbH",
    application_name: "Harbor Pay",
    website: "https://harbor.example",
    address: {
      street: "Am Hafen 1",
      city: "Hamburg",
      postal_code: "20457",
      country_code: "DE",
    },
    customer_support_info: { email: "help@harbor.example" },
    create_link_customization: false,
    is_diligence_attested: true,
    is_bank_addendum_completed: true,
  });
});

test("everything that was answered is in it, in Plaid's words", () => {
  const contact = { givenName: "Ana", familyName: "Ruiz", email: "ana@harbor.example" };
  const request = toCreateRequest(
    {
      company: {
        ...least.company,
        address: { ...least.company.address, region: "Hamburg" },
        registrationNumber: "5536",
      },
      contacts: { technical: contact, billing: { ...contact, givenName: "Bo" } },
      support: {
        email: "help@harbor.example",
        phoneNumber: "+4940123456",
        contactUrl: "https://harbor.example/contact",
        linkUpdateUrl: "https://harbor.example/banks",
      },
      products: {
        products: ["auth", "cra_base_report"],
        assetsUnderManagement: { amount: 2_500_000.5, currency: "EUR" },
      },
      logo: { createLinkCustomization: true, logo: "a".repeat(64) },
      "redirect-uris": { redirectUris: ["https://harbor.example/oauth"] },
    },
    Buffer.from("png"),
  );
  expect(request).toMatchObject({
    technical_contact: {
      given_name: "Ana",
      family_name: "Ruiz",
      email: "ana@harbor.example",
    },
    billing_contact: { given_name: "Bo" },
    customer_support_info: {
      email: "help@harbor.example",
      phone_number: "+4940123456",
      contact_url: "https://harbor.example/contact",
      link_update_url: "https://harbor.example/banks",
    },
    address: { region: "Hamburg" },
    products: ["auth", "cra_base_report"],
    assets_under_management: { amount: 2_500_000.5, iso_currency_code: "EUR" },
    create_link_customization: true,
    logo: "cG5n",
    redirect_uris: ["https://harbor.example/oauth"],
    registration_number: "5536",
  });
});
