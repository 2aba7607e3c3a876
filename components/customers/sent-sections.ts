import type { Answers } from "@/lib/onboarding/model";
import { stepTitles } from "@/lib/onboarding/model";
import { productName } from "@/lib/products/model";

type Item = { term: string; values: string[]; fallback: string };
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
      items: [item("Redirect URIs", answers["redirect-uris"].redirectUris, "None")],
    },
    {
      title: "Link",
      items: [
        item("Link customization", [
          answers.logo.createLinkCustomization ? "Copied from your default" : "Not copied",
        ]),
      ],
    },
  ];
}

function companyItems(company: Answers["company"]): Item[] {
  const { street, city, region, postalCode, countryCode } = company.address;
  return [
    item("Company name", [company.companyName]),
    item("Legal entity name", [company.legalEntityName]),
    item("Website", [company.website]),
    item("Application name", [company.applicationName]),
    item("Address", [street, city, region, postalCode, street && countryCode]),
    item("Registration number", company.isDepository ? [company.registrationNumber] : []),
  ];
}

function contactItems({ technical, billing }: Answers["contacts"]): Item[] {
  return [
    item("Technical contact", personOf(technical), "Your own technical contact"),
    item("Billing contact", personOf(billing), "Your own billing contact"),
  ];
}

/** What was typed beside "ours" is not sent. */
function personOf(contact: Answers["contacts"]["technical"]): string[] {
  if (contact.use === "ours") return [];
  return [`${contact.givenName} ${contact.familyName}`.trim(), contact.email];
}

function supportItems(support: Answers["support"]): Item[] {
  return [
    item("Support email address", [support.email]),
    item("Support phone number", [support.phoneNumber]),
    item("Contact page", [support.contactUrl]),
    item("Link update page", [support.linkUpdateUrl]),
  ];
}

function productItems({ use, products, assetsUnderManagement }: Answers["products"]): Item[] {
  const { amount, currency } = assetsUnderManagement;
  return [
    item("Products", use === "ours" ? [] : products.map(productName), "Every product of yours"),
    item("Assets under management", [amount && `${amount} ${currency}`.trim()]),
  ];
}

function item(term: string, values: string[], fallback = "Not provided"): Item {
  return { term, values, fallback };
}
