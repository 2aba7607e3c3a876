import "server-only";
import type { Spoken } from "@/lib/languages/model";
import { wordsIn } from "@/lib/languages/say";
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
  /** Of whoever reads the errors and warnings. */
  language: Spoken;
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

function checkCompany(around: Around) {
  const { language, take } = around;
  const { company } = around.answers;
  const { say } = wordsIn(language);
  const name = (field: "companyName" | "legalEntityName") =>
    text(company[field], language, { named: say(`named.${field}`), ask: say(`ask.${field}`) });
  const site = { ask: say("ask.website"), example: "https://example.com" };
  return {
    companyName: take("companyName", name("companyName")),
    legalEntityName: take("legalEntityName", name("legalEntityName")),
    website: take("website", webAddress(company.website, language, site)),
    applicationName: take("applicationName", applicationName(company.applicationName, language)),
    address: checkAddress(around),
    registrationNumber: company.isDepository
      ? take("registrationNumber", registrationNumber(company.registrationNumber, language))
      : "",
  };
}

function checkAddress({ answers, language, take }: Around) {
  const { address } = answers.company;
  const { say } = wordsIn(language);
  const countryCode = take("address.countryCode", country(address.countryCode, language));
  const state = region(address.region, language, countryCode);
  const city = { named: say("named.city"), ask: say("ask.city") };
  const place = { countryCode, region: state.value };
  return {
    countryCode,
    street: take("address.street", street(address.street, language)),
    city: take("address.city", text(address.city, language, city)),
    region: take("address.region", state),
    postalCode: take("address.postalCode", postalCode(address.postalCode, language, place)),
  };
}

function checkContact(whose: "technical" | "billing", around: Around) {
  const { language, take } = around;
  const { use, ...typed } = around.answers.contacts[whose];
  if (use !== "theirs") return null;
  const { say } = wordsIn(language);
  const name = (field: "givenName" | "familyName") =>
    text(typed[field], language, {
      named: say(`named.${field}`),
      ask: say(`contact.${whose}.${field}`),
      lengthMax: 100,
    });
  const address = besideWebsite(
    email(typed.email, language, say(`contact.${whose}.email`)),
    around,
  );
  const shared = whose === "technical" ? roleAddressWarning(address.value, language) : undefined;
  return {
    givenName: take(`${whose}.givenName`, name("givenName")),
    familyName: take(`${whose}.familyName`, name("familyName")),
    email: take(`${whose}.email`, also(address, shared)),
  };
}

function checkSupport(around: Around) {
  const { answers, partner, language, take } = around;
  const { support, company } = answers;
  const { say } = wordsIn(language);
  const address = () => email(support.email, language, say("ask.supportEmail"));
  const page = (typed: string, example: string) =>
    besideWebsite(webAddress(typed, language, { example }), around);
  const { countryCode } = company.address;
  return {
    email:
      support.email.trim() === "" && !partner.supportMandatory
        ? ""
        : take("email", besideWebsite(address(), around)),
    phoneNumber: take("phoneNumber", phone(support.phoneNumber, language, countryCode)),
    contactUrl: take("contactUrl", page(support.contactUrl, "https://example.com/contact")),
    linkUpdateUrl: take("linkUpdateUrl", page(support.linkUpdateUrl, "https://example.com/banks")),
  };
}

/** An address of another domain than the website's is worth a second look, if nothing else about it is. */
function besideWebsite(address: Verdict, { answers, language }: Around): Verdict {
  if (address.error || address.warning) return address;
  const { website } = answers.company;
  return { ...address, warning: otherDomainWarning(address.value, language, website) };
}

function checkProducts({ answers, partner, language, take }: Around) {
  const { use, products: codes, assetsUnderManagement: assets } = answers.products;
  return {
    products: use === "chosen" ? take("products", products(codes, language)) : [],
    assetsUnderManagement: partner.hasMonthlyCommitment
      ? {
          amount: Number(take("assetsUnderManagement.amount", amount(assets.amount, language))),
          currency: take("assetsUnderManagement.currency", currency(assets.currency, language)),
        }
      : null,
  };
}

function checkLogo({ answers, language, take }: Around) {
  const { createLinkCustomization, logo } = answers.logo;
  const missing = createLinkCustomization && logo === "";
  const error = wordsIn(language).say(missing ? "logo.missing" : "logo.again");
  const stored = /^[0-9a-f]{64}$/.test(logo) || (logo === "" && !missing);
  return {
    createLinkCustomization,
    logo: take("logo", stored ? { value: logo } : { value: "", error }),
  };
}

function checkRedirectUris({ answers, language, take }: Around) {
  const { say, sayOfUri } = wordsIn(language);
  const { redirectUris } = answers["redirect-uris"];
  const { website } = answers.company;
  const verdicts = redirectUriVerdicts(redirectUris, {
    say: sayOfUri,
    registrableDomain,
    website,
  });
  const sent = verdicts
    .map((verdict, row) => take(`redirectUris.${row}`, verdict))
    .filter((uri) => uri !== "");
  const error =
    sent.length > REDIRECT_URIS_MAX
      ? say("redirectUris.tooMany", { max: REDIRECT_URIS_MAX })
      : undefined;
  return { redirectUris: take("redirectUris", { value: sent, error }) };
}
