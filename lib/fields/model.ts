import { isWithin } from "@/lib/answers/model";
import english from "@/lib/languages/messages/en/fields.json";
import type { AnswerStep, Gap, Step } from "@/lib/onboarding/model";

type FieldWords = typeof english;

type PathsIn<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${PathsIn<T[K]>}`;
}[keyof T & string];

/** Where the catalogue has the name of an answer or a section: the key of its text. */
export type NameKey = PathsIn<FieldWords>;

/** One answer of the wizard: where it is typed, its name for staff, and its name in Plaid's request. */
export type Field = { step: AnswerStep; path: string; name: NameKey; label: string; plaid: string };

const byStep: { [S in AnswerStep]: [path: PathsIn<FieldWords[S]>, plaid: string][] } = {
  company: [
    ["companyName", "company_name"],
    ["legalEntityName", "legal_entity_name"],
    ["website", "website"],
    ["applicationName", "application_name"],
    ["address.countryCode", "address.country_code"],
    ["address.street", "address.street"],
    ["address.city", "address.city"],
    ["address.region", "address.region"],
    ["address.postalCode", "address.postal_code"],
    ["registrationNumber", "registration_number"],
  ],
  contacts: [
    ["technical.givenName", "technical_contact.given_name"],
    ["technical.familyName", "technical_contact.family_name"],
    ["technical.email", "technical_contact.email"],
    ["billing.givenName", "billing_contact.given_name"],
    ["billing.familyName", "billing_contact.family_name"],
    ["billing.email", "billing_contact.email"],
  ],
  support: [
    ["email", "customer_support_info.email"],
    ["phoneNumber", "customer_support_info.phone_number"],
    ["contactUrl", "customer_support_info.contact_url"],
    ["linkUpdateUrl", "customer_support_info.link_update_url"],
  ],
  products: [
    ["products", "products"],
    ["assetsUnderManagement.amount", "assets_under_management.amount"],
    ["assetsUnderManagement.currency", "assets_under_management.iso_currency_code"],
  ],
  logo: [
    ["createLinkCustomization", "create_link_customization"],
    ["logo", "logo"],
  ],
  "redirect-uris": [["redirectUris", "redirect_uris"]],
};

/** In the order of the wizard's pages. */
export const fields: Field[] = Object.entries(byStep).flatMap(([step, listed]) =>
  listed.map(([path, plaid]) => {
    // The keys of the table are the steps, and the catalogue has a name for each path.
    const name = `${step}.${path}` as NameKey;
    return { step: step as AnswerStep, path, name, label: labelOf(name), plaid };
  }),
);

/** What staff call the wizard's steps. */
export const stepTitles: Record<Step, string> = english.sections;

/** What staff call an answer or a section. */
export function labelOf(name: NameKey): string {
  return nameIn(english, name);
}

/** What a language calls an answer or a section. */
export function nameIn(words: FieldWords, name: NameKey): string {
  let found: unknown = words;
  for (const key of name.split(".")) found = Object(found)[key];
  return String(found);
}

/** A row of a list (`redirectUris.2`) belongs to its list. Undefined for a path no field has. */
export function fieldAt(step: AnswerStep, path: string): Field | undefined {
  return fields.find((field) => field.step === step && isWithin(path, field.path));
}

/** Place in the wizard; what no field has comes where its step begins. */
function orderOf(step: AnswerStep, path: string): number {
  const field = fieldAt(step, path) ?? fields.find((first) => first.step === step);
  return field ? fields.indexOf(field) : -1;
}

/** Plaid's key in `requirements_due`: objects are due as a whole, support information part by part. */
export function codeOf({ plaid }: Field): string {
  const [object = plaid] = plaid.split(".");
  return object === "customer_support_info" ? plaid : object;
}

/** Where an answer is typed; the fragment moves the focus to it. */
export function addressOf(id: string, step: AnswerStep, path: string): string {
  return `/onboardings/${id}/${step}${path && `#${path}`}`;
}

/** In the order of the wizard. */
export function inOrder(gaps: Gap[]): Gap[] {
  return gaps.toSorted(
    (a, b) => orderOf(a.step, a.path) - orderOf(b.step, b.path) || (a.path < b.path ? -1 : 1),
  );
}

/** Names of what is missing, each once; a section as a whole where no field is named. */
export function namesOf(gaps: Gap[]): NameKey[] {
  const names = inOrder(gaps).map(
    ({ step, path }): NameKey => fieldAt(step, path)?.name ?? `sections.${step}`,
  );
  return [...new Set(names)];
}

/** The same for staff. */
export function labelsOf(gaps: Gap[]): string[] {
  return namesOf(gaps).map(labelOf);
}

/** `["Street"]` is "Street"; three become "Street, City and Postal code". */
export function joinLabels(labels: string[]): string {
  return labels.length < 2
    ? labels.join()
    : `${labels.slice(0, -1).join(", ")} and ${labels.at(-1)}`;
}

/**
 * Where something about an answer shows, and the answers it is about: a dotted path within the step,
 * empty for the whole step.
 */
export type Place = { step: AnswerStep; field: string; about: string };

export function answerAt(step: AnswerStep, field: string): Place {
  return { step, field, about: field };
}

/** Plaid's objects, for words that name no field within. */
const objects: [name: string, place: Place][] = [
  ["customer_support_info", { step: "support", field: "email", about: "" }],
  ["technical_contact", { step: "contacts", field: "technical.givenName", about: "technical" }],
  ["billing_contact", { step: "contacts", field: "billing.givenName", about: "billing" }],
  ["assets_under_management", answerAt("products", "assetsUnderManagement.amount")],
  ["address", { step: "company", field: "address.street", about: "address" }],
];

/** Longest first, so that `technical_contact.email` wins over `technical_contact`. */
const placesByName: [name: string, place: Place][] = [
  ...fields.map(({ step, path, plaid }): [string, Place] => [plaid, answerAt(step, path)]),
  ...objects,
].sort(([one], [other]) => other.length - one.length);

/** The answer whose name at Plaid stands in these words. */
export function placeNamedIn(words: string): Place | null {
  return placesByName.find(([name]) => words.includes(name))?.[1] ?? null;
}
