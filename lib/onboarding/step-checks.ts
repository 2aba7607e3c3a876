import "server-only";
import { redirectUriVerdicts } from "@/lib/redirect-uris/model";
import { applicationName } from "@/lib/values/application-name";
import { country } from "@/lib/values/country";
import { email, roleAddressWarning } from "@/lib/values/email";
import { amount, currency } from "@/lib/values/money";
import { phone } from "@/lib/values/phone";
import { postalCode } from "@/lib/values/postal-code";
import { products } from "@/lib/values/products";
import { registrableDomain } from "@/lib/values/public-suffix";
import { region } from "@/lib/values/region";
import { registrationNumber } from "@/lib/values/registration-number";
import { street } from "@/lib/values/street";
import { text } from "@/lib/values/text";
import { also, type Verdict } from "@/lib/values/verdict";
import { otherDomainWarning, webAddress } from "@/lib/values/web-address";
import { REDIRECT_URIS_MAX } from "@/lib/web-addresses/model";
import type { AnswerStep, Answers, PartnerDefaults } from "./model";

export type Around = {
  /** Of every step: a phone number is one of the address's country. */
  answers: Answers;
  partner: PartnerDefaults;
  /** Notes the error and the warning of a field. @returns its value as it is sent. */
  take: <T>(path: string, verdict: Verdict<T>) => T;
};

/** What each step comes to as it is sent; null, none and "" where Plaid takes the partner's own. */
export const stepChecks = {
  company: checkCompany,
  contacts: (around: Around) => ({
    technical: checkContact("technical", around),
    billing: checkContact("billing", around),
  }),
  support: checkSupport,
  products: checkProducts,
  logo: checkLogo,
  "redirect-uris": checkRedirectUris,
} satisfies Record<AnswerStep, (around: Around) => unknown>;

export type CheckedAnswers = { [S in AnswerStep]: ReturnType<(typeof stepChecks)[S]> };

function checkCompany({ answers: { company }, take }: Around) {
  const name = (label: string) => ({ label, ask: `Enter the ${label.toLowerCase()}` });
  const site = { ask: "Enter the website", example: "https://example.com" };
  return {
    companyName: take("companyName", text(company.companyName, name("Company name"))),
    legalEntityName: take(
      "legalEntityName",
      text(company.legalEntityName, name("Legal entity name")),
    ),
    website: take("website", webAddress(company.website, site)),
    applicationName: take("applicationName", applicationName(company.applicationName)),
    address: checkAddress(company.address, take),
    registrationNumber: company.isDepository
      ? take("registrationNumber", registrationNumber(company.registrationNumber))
      : "",
  };
}

function checkAddress(address: Answers["company"]["address"], take: Around["take"]) {
  const countryCode = take("address.countryCode", country(address.countryCode));
  const state = region(address.region, countryCode);
  return {
    countryCode,
    street: take("address.street", street(address.street)),
    city: take("address.city", text(address.city, { label: "City", ask: "Enter the city" })),
    region: take("address.region", state),
    postalCode: take(
      "address.postalCode",
      postalCode(address.postalCode, countryCode, state.value),
    ),
  };
}

function checkContact(whose: "technical" | "billing", { answers, take }: Around) {
  const { use, ...typed } = answers.contacts[whose];
  if (use !== "theirs") return null;
  const name = (label: string) => ({
    label,
    ask: `Enter the ${whose} contact's ${label.toLowerCase()}`,
    lengthMax: 100,
  });
  const address = besideWebsite(
    email(typed.email, `Enter the ${whose} contact's email address`),
    answers,
  );
  const shared = whose === "technical" ? roleAddressWarning(address.value) : undefined;
  return {
    givenName: take(`${whose}.givenName`, text(typed.givenName, name("Given name"))),
    familyName: take(`${whose}.familyName`, text(typed.familyName, name("Family name"))),
    email: take(`${whose}.email`, also(address, shared)),
  };
}

function checkSupport({ answers, partner, take }: Around) {
  const { support, company } = answers;
  const page = (typed: string, example: string) =>
    besideWebsite(webAddress(typed, { example }), answers);
  return {
    email:
      support.email.trim() === "" && !partner.supportMandatory
        ? ""
        : take(
            "email",
            besideWebsite(email(support.email, "Enter the support email address"), answers),
          ),
    phoneNumber: take("phoneNumber", phone(support.phoneNumber, company.address.countryCode)),
    contactUrl: take("contactUrl", page(support.contactUrl, "https://example.com/contact")),
    linkUpdateUrl: take("linkUpdateUrl", page(support.linkUpdateUrl, "https://example.com/banks")),
  };
}

/** An address of another domain than the website's is worth a second look, if nothing else about it is. */
function besideWebsite(address: Verdict, { company }: Answers): Verdict {
  if (address.error || address.warning) return address;
  return { ...address, warning: otherDomainWarning(address.value, company.website) };
}

function checkProducts({ answers, partner, take }: Around) {
  const { use, products: codes, assetsUnderManagement: assets } = answers.products;
  return {
    products: use === "chosen" ? take("products", products(codes)) : [],
    assetsUnderManagement: partner.hasMonthlyCommitment
      ? {
          amount: Number(take("assetsUnderManagement.amount", amount(assets.amount))),
          currency: take("assetsUnderManagement.currency", currency(assets.currency)),
        }
      : null,
  };
}

function checkLogo({ answers, take }: Around) {
  const { createLinkCustomization, logo } = answers.logo;
  const missing = createLinkCustomization && logo === "";
  const error = missing
    ? "Choose a logo. Plaid needs one when your Link customization is copied"
    : "Choose the logo again";
  const stored = /^[0-9a-f]{64}$/.test(logo) || (logo === "" && !missing);
  return {
    createLinkCustomization,
    logo: take("logo", stored ? { value: logo } : { value: "", error }),
  };
}

function checkRedirectUris({ answers, take }: Around) {
  const { redirectUris } = answers["redirect-uris"];
  const { website } = answers.company;
  const verdicts = redirectUriVerdicts(redirectUris, { registrableDomain, website });
  const sent = verdicts
    .map((verdict, row) => take(`redirectUris.${row}`, verdict))
    .filter((uri) => uri !== "");
  const error =
    sent.length > REDIRECT_URIS_MAX
      ? `Enter ${REDIRECT_URIS_MAX} redirect URIs or fewer`
      : undefined;
  return { redirectUris: take("redirectUris", { value: sent, error }) };
}
