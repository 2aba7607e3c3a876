import "server-only";
import { importFields, keyOf } from "./model";

/** What else columns are called, in letters and digits alone. */
const otherNames: Record<string, string[]> = {
  "company.companyName": ["company", "customer", "customername", "name", "account", "accountname"],
  "company.legalEntityName": ["legalname", "legalentity", "registeredname"],
  "company.website": ["url", "homepage", "site", "web", "domain"],
  "company.applicationName": ["app", "appname", "application", "product", "productname"],
  "company.address.countryCode": ["country", "countrycode"],
  "company.address.street": ["address", "address1", "addressline1", "streetaddress"],
  "company.address.city": ["town", "locality"],
  "company.address.region": ["state", "region", "province", "county", "stateprovince"],
  "company.address.postalCode": ["zip", "zipcode", "postcode", "postal"],
  "company.registrationNumber": ["registrationno", "companynumber"],
  "contacts.technical.givenName": ["technicalfirstname", "technicalgivenname", "techfirstname"],
  "contacts.technical.familyName": ["technicallastname", "technicalfamilyname", "techlastname"],
  "contacts.technical.email": ["technicalemail", "techemail", "technicalcontact"],
  "contacts.billing.givenName": ["billingfirstname", "billinggivenname"],
  "contacts.billing.familyName": ["billinglastname", "billingfamilyname"],
  "contacts.billing.email": ["billingemail", "billingcontact", "invoiceemail"],
  "support.email": ["supportemail", "email", "emailaddress", "supportmail"],
  "support.phoneNumber": ["supportphone", "phone", "phonenumber", "telephone"],
  "support.contactUrl": ["contacturl", "contactpage"],
  "support.linkUpdateUrl": ["linkupdateurl"],
  "products.assetsUnderManagement.amount": ["aum"],
  "redirect-uris.redirectUris": ["redirecturi", "redirecturis", "redirecturls", "callbackurls"],
};

/** Which field each column seems to hold, by its heading; each field once. */
export function matchColumns(header: string[]): (string | null)[] {
  const taken = new Set<string>();
  return header.map((heading) => {
    const key = fieldCalled(bare(heading));
    if (!key || taken.has(key)) return null;
    taken.add(key);
    return key;
  });
}

function fieldCalled(name: string): string | undefined {
  if (name === "") return undefined;
  const found = importFields.find((field) => {
    const key = keyOf(field);
    const names = [field.label, field.plaid, field.path, key, ...(otherNames[key] ?? [])];
    return names.some((known) => bare(known) === name);
  });
  return found && keyOf(found);
}

function bare(heading: string): string {
  return heading
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
