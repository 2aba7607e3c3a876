import {
  isEmail,
  isWebsite,
  PRODUCTS,
  REDIRECT_URIS_MAX,
  REGION_COUNTRIES,
  REGISTRATION_NUMBER,
  WEB_ADDRESS_LENGTH_MAX,
} from "./assumptions";
import { countryCodes, currencyCodes } from "./codes";
import { PlaidFailure } from "./errors";
import {
  type Body,
  invalidField,
  isAbsent,
  isObject,
  missingFields,
  requireParts,
  text,
} from "./fields";
import { decodeLogo } from "./logo";
import type { Partner } from "./model";
import { redirectUriProblem } from "./redirect-uri";

export type CreateInput = {
  company_name: string;
  application_name: string;
  products: string[];
  logo: Buffer | null;
};

/** Rules K1–K11 in the order the emulator documents; the top-level types are checked already. */
export function checkCreate(body: Body, partner: Partner): CreateInput {
  checkAttestations(body);
  const company_name = text(body.company_name, "company_name");
  text(body.legal_entity_name, "legal_entity_name");
  const application_name = text(body.application_name, "application_name");
  if (!isWebsite(text(body.website, "website", WEB_ADDRESS_LENGTH_MAX))) {
    throw invalidField("website", "must be a valid website");
  }
  checkAddress(nested(body.address));
  const products = readProducts(body.products, partner.products);
  checkRedirectUris(body.redirect_uris);
  checkRegistrationNumber(body.registration_number);
  checkSupportInfo(body.customer_support_info, partner.support_info_mandatory);
  const logo = readLogo(body);
  checkContact("technical_contact", body.technical_contact, partner.default_contacts.technical);
  checkContact("billing_contact", body.billing_contact, partner.default_contacts.billing);
  checkAssets(body.assets_under_management, partner.has_monthly_commitment);

  return { company_name, application_name, products, logo };
}

function checkAttestations(body: Body): void {
  for (const name of ["is_diligence_attested", "is_bank_addendum_completed"]) {
    if (body[name] !== true) throw invalidField(name, "must be true");
  }
}

function checkAddress(address: Body): void {
  const required = ["street", "city", "postal_code", "country_code"];
  const country = address.country_code;
  if (typeof country === "string" && REGION_COUNTRIES.includes(country)) required.push("region");
  requireParts(address, "address", required);
  if (!isAbsent(address.region)) text(address.region, "address.region");
  if (!countryCodes.has(String(country))) {
    throw invalidField("address.country_code", "must be an ISO-3166-1 alpha-2 country code");
  }
}

function readProducts(value: unknown, enabled: string[]): string[] {
  const products = Array.isArray(value) ? value : [];
  for (const product of products) {
    if (!PRODUCTS.includes(product)) {
      throw invalidField("products", `must not contain ${JSON.stringify(product)}`);
    }
  }
  const refused = products.filter((product) => !enabled.includes(product));
  if (refused.length > 0) throw new PlaidFailure("INVALID_PRODUCT", JSON.stringify(refused));
  return products.length > 0 ? products : enabled;
}

function checkRedirectUris(value: unknown): void {
  if (!Array.isArray(value)) return;
  if (value.length > REDIRECT_URIS_MAX) {
    throw invalidField("redirect_uris", `must have at most ${REDIRECT_URIS_MAX} entries`);
  }
  const seen = new Set<string>();
  for (const [index, uri] of value.entries()) {
    const problem = typeof uri === "string" ? redirectUriProblem(uri) : "must be a string";
    if (problem) throw invalidField(`redirect_uris[${index}]`, problem);
    const canonical = new URL(String(uri)).href;
    if (seen.has(canonical)) throw invalidField(`redirect_uris[${index}]`, "must be unique");
    seen.add(canonical);
  }
}

function checkRegistrationNumber(value: unknown): void {
  if (value !== undefined && !REGISTRATION_NUMBER.test(String(value))) {
    throw invalidField("registration_number", "must be 1 to 10 digits");
  }
}

function checkSupportInfo(value: unknown, mandatory: boolean): void {
  const info = nested(value);
  if (mandatory && isAbsent(info.email)) throw missingFields(["customer_support_info.email"]);
  for (const name of ["email", "phone_number"]) {
    if (!isAbsent(info[name])) text(info[name], `customer_support_info.${name}`);
  }
  for (const name of ["contact_url", "link_update_url"]) {
    if (isAbsent(info[name])) continue;
    text(info[name], `customer_support_info.${name}`, WEB_ADDRESS_LENGTH_MAX);
  }
  if (!isAbsent(info.email)) checkEmail(info.email, "customer_support_info.email");
}

function readLogo(body: Body): Buffer | null {
  if (body.logo === undefined) {
    if (body.create_link_customization === true) throw new PlaidFailure("LOGO_REQUIRED");
    return null;
  }
  const logo = decodeLogo(String(body.logo));
  if (!logo) throw new PlaidFailure("INVALID_LOGO");
  return logo;
}

function checkContact(name: string, value: unknown, fallback: object | null): void {
  if (value === undefined) {
    if (!fallback) throw new PlaidFailure("CONTACT_REQUIRED");
    return;
  }
  const contact = nested(value);
  requireParts(contact, name, ["email", "given_name", "family_name"]);
  checkEmail(contact.email, `${name}.email`);
}

function checkEmail(value: unknown, name: string): void {
  if (!isEmail(text(value, name))) throw invalidField(name, "must be a valid email address");
}

function checkAssets(value: unknown, mandatory: boolean): void {
  if (value === undefined) {
    if (mandatory) throw new PlaidFailure("ASSETS_UNDER_MANAGEMENT_REQUIRED");
    return;
  }
  const { amount, iso_currency_code } = nested(value);
  const missing = Object.entries({ amount, iso_currency_code }).filter(([, part]) =>
    isAbsent(part),
  );
  if (missing.length > 0) {
    throw missingFields(missing.map(([part]) => `assets_under_management.${part}`));
  }
  if (typeof amount !== "number" || amount < 0) {
    throw invalidField("assets_under_management.amount", "must be a number of at least 0");
  }
  if (!currencyCodes.has(String(iso_currency_code))) {
    throw invalidField("assets_under_management.iso_currency_code", "must be an ISO-4217 code");
  }
}

function nested(value: unknown): Body {
  return isObject(value) ? value : {};
}
