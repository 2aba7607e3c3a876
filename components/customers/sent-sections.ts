import { stepTitles } from "@/lib/fields/model";
import type { Answers } from "@/lib/onboarding/model";
import { productName } from "@/lib/products/model";
import type { ChangeItem } from "@/lib/recorded-changes/model";

/** `key` names what can change at Plaid later; null for what is told apart or never changes. */
type Item = { key: ChangeItem | null; term: string; values: string[]; fallback: string };
type Section = { title: string; items: Item[] };

/** The answers as Plaid has them, in the wizard's order and words. */
export function sectionsOf(answers: Answers): Section[] {
  return [
    { title: stepTitles.company, items: companyItems(answers.company) },
    { title: stepTitles.contacts, items: contactItems(answers.contacts) },
    { title: stepTitles.support, items: supportItems(answers.support) },
    { title: stepTitles.products, items: productItems(answers.products) },
    {
      title: stepTitles["redirect-uris"],
      items: [
        item("redirect-uris", "Redirect URIs", answers["redirect-uris"].redirectUris, "None"),
      ],
    },
    {
      title: "Link",
      items: [
        item(null, "Link customization", [
          answers.logo.createLinkCustomization ? "Copied from your default" : "Not copied",
        ]),
      ],
    },
  ];
}

function companyItems(company: Answers["company"]): Item[] {
  const { street, city, region, postalCode, countryCode } = company.address;
  return [
    item("company-name", "Company name", [company.companyName]),
    item("legal-entity-name", "Legal entity name", [company.legalEntityName]),
    item("website", "Website", [company.website]),
    item("application-name", "Application name", [company.applicationName]),
    item("address", "Address", [street, city, region, postalCode, street && countryCode]),
    item(
      "registration-number",
      "Registration number",
      company.isDepository ? [company.registrationNumber] : [],
    ),
  ];
}

function contactItems({ technical, billing }: Answers["contacts"]): Item[] {
  return [
    item(
      "technical-contact",
      "Technical contact",
      personOf(technical),
      "Your own technical contact",
    ),
    item("billing-contact", "Billing contact", personOf(billing), "Your own billing contact"),
  ];
}

/** What was typed beside "ours" is not sent. */
function personOf(contact: Answers["contacts"]["technical"]): string[] {
  if (contact.use === "ours") return [];
  return [`${contact.givenName} ${contact.familyName}`.trim(), contact.email];
}

function supportItems(support: Answers["support"]): Item[] {
  return [
    item("support-email", "Support email address", [support.email]),
    item("support-phone", "Support phone number", [support.phoneNumber]),
    item("contact-page", "Contact page", [support.contactUrl]),
    item("link-update-page", "Link update page", [support.linkUpdateUrl]),
  ];
}

function productItems({ use, products, assetsUnderManagement }: Answers["products"]): Item[] {
  const { amount, currency } = assetsUnderManagement;
  return [
    item(
      "products",
      "Products",
      use === "ours" ? [] : products.map(productName),
      "Every product of yours",
    ),
    item(null, "Assets under management", [amount && `${amount} ${currency}`.trim()]),
  ];
}

function item(
  key: ChangeItem | null,
  term: string,
  values: string[],
  fallback = "Not provided",
): Item {
  return { key, term, values: values.filter((value) => value !== ""), fallback };
}
