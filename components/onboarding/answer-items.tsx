import type { ReactNode } from "react";
import type { OnboardingView } from "@/lib/drafts/model";
import type { Answers } from "@/lib/onboarding/model";
import { type AnswerStep, productGroups } from "@/lib/onboarding/model";
import { countryName } from "@/lib/values/model";

type Item = { term: string; value: ReactNode };

const NOT_PROVIDED = "Not provided";
const ON_FILE = "our contact on file at Plaid";

/** Who stands in where the customer has no contact of its own. */
export function partnerContacts({ technicalContact, billingContact }: OnboardingView["partner"]) {
  return { technical: technicalContact ?? ON_FILE, billing: billingContact ?? ON_FILE };
}

export function answerItems({
  answers,
  partner,
}: Pick<OnboardingView, "answers" | "partner">): Record<AnswerStep, Item[]> {
  const { support, products, logo } = answers;
  const yours = partnerContacts(partner);
  const { amount, currency } = products.assetsUnderManagement;
  const uris = answers["redirect-uris"].redirectUris;
  return {
    company: companyItems(answers.company),
    contacts: [
      { term: "Technical contact", value: contact(answers.contacts.technical, yours.technical) },
      { term: "Billing contact", value: contact(answers.contacts.billing, yours.billing) },
    ],
    support: [
      { term: "Support email address", value: given(support.email) },
      { term: "Support phone number", value: given(support.phoneNumber) },
      { term: "Contact page", value: given(support.contactUrl) },
      { term: "Link update page", value: given(support.linkUpdateUrl) },
    ],
    products: [
      {
        term: "Products",
        value: products.products.map(productName).join(", ") || "The same as yours",
      },
      { term: "Assets under management", value: given(`${amount} ${currency}`.trim()) },
    ],
    logo: [
      { term: "Logo", value: logo.logo ? "As shown above" : NOT_PROVIDED },
      { term: "Copy our default Link customization", value: yesNo(logo.createLinkCustomization) },
    ],
    "redirect-uris": [
      { term: "Redirect URIs", value: uris.length > 0 ? lines(uris) : NOT_PROVIDED },
    ],
  };
}

function companyItems(company: Answers["company"]): Item[] {
  const { address } = company;
  return [
    { term: "Company name", value: given(company.companyName) },
    { term: "Legal entity name", value: given(company.legalEntityName) },
    { term: "Website", value: given(company.website) },
    { term: "Application name", value: given(company.applicationName) },
    { term: "Country", value: given(countryName(address.countryCode)) },
    { term: "Street", value: given(address.street) },
    { term: "City", value: given(address.city) },
    { term: "State or region", value: given(address.region) },
    { term: "Postal code", value: given(address.postalCode) },
    { term: "Registration number", value: given(company.registrationNumber) },
  ];
}

function given(answer: string): string {
  return answer.trim() || NOT_PROVIDED;
}

function yesNo(answer: boolean): string {
  return answer ? "Yes" : "No";
}

function contact(own: Answers["contacts"]["technical"], yours: string): ReactNode {
  const name = `${own.givenName} ${own.familyName}`.trim();
  const shown = [name, own.email.trim()].filter((line) => line !== "");
  return shown.length > 0 ? lines(shown) : `Yours: ${yours}`;
}

function lines(values: string[]): ReactNode {
  return (
    <ul>
      {values.map((value, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two answers may be the same; nothing moves.
        <li key={place}>{value}</li>
      ))}
    </ul>
  );
}

function productName(code: string): string {
  const product = productGroups
    .flatMap((group) => [...group.products])
    .find((known) => known.code === code);
  return product?.name ?? code;
}
