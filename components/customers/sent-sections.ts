import { stepTitles } from "@/lib/fields/model";
import type { Translate } from "@/lib/languages/model";
import type { Answers } from "@/lib/onboarding/model";
import { productName } from "@/lib/products/model";
import type { ChangeItem } from "@/lib/recorded-changes/model";

/** `key` names what can change at Plaid later; null for what is told apart or never changes. */
type Item = { key: ChangeItem | null; term: string; values: string[]; fallback: string };
type Section = { title: string; items: Item[] };
type T = Translate<"customers">;

/** The answers as Plaid has them, in the wizard's order and words. */
export function sectionsOf(answers: Answers, t: T): Section[] {
  return [
    { title: stepTitles.company, items: companyItems(answers.company, t) },
    { title: stepTitles.contacts, items: contactItems(answers.contacts, t) },
    { title: stepTitles.support, items: supportItems(answers.support, t) },
    { title: stepTitles.products, items: productItems(answers.products, t) },
    {
      title: stepTitles["redirect-uris"],
      items: [item("redirect-uris", answers["redirect-uris"].redirectUris, t, t("details.noUris"))],
    },
    {
      title: t("details.link"),
      items: [
        {
          key: null,
          term: t("details.terms.customization"),
          values: [
            t(answers.logo.createLinkCustomization ? "details.copied" : "details.notCopied"),
          ],
          fallback: "",
        },
      ],
    },
  ];
}

function companyItems(company: Answers["company"], t: T): Item[] {
  const { street, city, region, postalCode, countryCode } = company.address;
  return [
    item("company-name", [company.companyName], t),
    item("legal-entity-name", [company.legalEntityName], t),
    item("website", [company.website], t),
    item("application-name", [company.applicationName], t),
    item("address", [street, city, region, postalCode, street && countryCode], t),
    item("registration-number", company.isDepository ? [company.registrationNumber] : [], t),
  ];
}

function contactItems({ technical, billing }: Answers["contacts"], t: T): Item[] {
  return [
    item("technical-contact", personOf(technical), t, t("details.ownTechnical")),
    item("billing-contact", personOf(billing), t, t("details.ownBilling")),
  ];
}

/** What was typed beside "ours" is not sent. */
function personOf(contact: Answers["contacts"]["technical"]): string[] {
  if (contact.use === "ours") return [];
  return [`${contact.givenName} ${contact.familyName}`.trim(), contact.email];
}

function supportItems(support: Answers["support"], t: T): Item[] {
  return [
    item("support-email", [support.email], t),
    item("support-phone", [support.phoneNumber], t),
    item("contact-page", [support.contactUrl], t),
    item("link-update-page", [support.linkUpdateUrl], t),
  ];
}

function productItems({ use, products, assetsUnderManagement }: Answers["products"], t: T): Item[] {
  const { amount, currency } = assetsUnderManagement;
  return [
    item("products", use === "ours" ? [] : products.map(productName), t, t("details.everyProduct")),
    {
      key: null,
      term: t("details.terms.assets"),
      values: amount ? [`${amount} ${currency}`.trim()] : [],
      fallback: t("details.notProvided"),
    },
  ];
}

function item(key: ChangeItem, values: string[], t: T, fallback = t("details.notProvided")): Item {
  return {
    key,
    term: t(`details.terms.${key}`),
    values: values.filter((value) => value !== ""),
    fallback,
  };
}
