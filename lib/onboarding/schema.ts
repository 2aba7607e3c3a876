import * as z from "zod/mini";
import {
  isWebAddress,
  REDIRECT_URIS_MAX,
  redirectUriProblem,
  withScheme,
} from "@/lib/web-addresses/model";
import { type AnswerStep, type FieldErrors, productCodes } from "./model";

/* One schema per step. Input is what a form holds (as typed); output is what Plaid is sent. */

const controlCharacters = /\p{Cc}|\p{Cs}/u;

function text(label: string, lengthMax: number) {
  return z.pipe(
    z.pipe(z.string(), z.transform(tidy)),
    z.string().check(
      z.maxLength(lengthMax, `${label} must be ${lengthMax} characters or fewer`),
      z.refine(
        (value) => !controlCharacters.test(value),
        `${label} has characters that cannot be shown`,
      ),
    ),
  );
}

/** Trims, joins inner white space and composes accents, so that equal names are equal. */
export function tidy(value: string): string {
  return value
    .replaceAll(/[\u200b-\u200d\ufeff]/gu, "")
    .normalize("NFC")
    .replaceAll(/\s+/gu, " ")
    .trim();
}

function required(label: string, ask: string, lengthMax = 200) {
  return text(label, lengthMax).check(z.minLength(1, ask));
}

function webAddress(label: string, ask: string) {
  return z.pipe(
    z.pipe(text(label, 2000), z.transform(withScheme)),
    z.string().check(z.refine((value) => value === "" || isWebAddress(value), ask)),
  );
}

const email = z.pipe(
  text("Email address", 254),
  z
    .string()
    .check(
      z.refine(
        (value) => value === "" || /^[^\s@,;<>"]+@[^\s@.,;<>"]+(\.[^\s@.,;<>"]+)+$/.test(value),
        "Enter an email address such as name@example.com",
      ),
    ),
);

const regionRequired = ["US", "CA"];

const companyShape = z.object({
  companyName: required("Company name", "Enter the company name"),
  legalEntityName: required("Legal entity name", "Enter the legal entity name"),
  website: webAddress("Website", "Enter a web address such as https://example.com").check(
    z.minLength(1, "Enter the website"),
  ),
  applicationName: required("Application name", "Enter the application name", 100),
  address: z
    .object({
      countryCode: z.string().check(z.regex(/^[A-Z]{2}$/, "Choose a country")),
      street: required("Street", "Enter the street"),
      city: required("City", "Enter the city"),
      region: text("State or region", 100),
      postalCode: required("Postal code", "Enter the postal code", 20),
    })
    .check(
      z.refine(
        ({ countryCode, region }) => !regionRequired.includes(countryCode) || region !== "",
        { path: ["region"], error: "Enter the state or region" },
      ),
    ),
  isDepository: z.boolean(),
  registrationNumber: text("Registration number", 20),
});

export const companySchema = z.pipe(
  companyShape.check(
    z.refine(
      ({ isDepository, registrationNumber }) =>
        !isDepository || /^\d{0,10}$/.test(registrationNumber),
      {
        path: ["registrationNumber"],
        error: "Registration number must be digits only, 10 or fewer",
      },
    ),
  ),
  z.transform(
    ({ isDepository, registrationNumber, ...company }: z.output<typeof companyShape>) => ({
      ...company,
      registrationNumber: isDepository ? registrationNumber : "",
    }),
  ),
);

const noOwnContact = { givenName: "", familyName: "", email: "" };

const contactSchema = z.pipe(
  z
    .object({
      use: z.enum(["ours", "theirs"]),
      givenName: text("Given name", 100),
      familyName: text("Family name", 100),
      email,
    })
    .check(
      z.superRefine((contact, context) => {
        if (contact.use === "ours") return;
        if (contact.givenName === "") addIssue(context, "givenName", "Enter the given name");
        if (contact.familyName === "") addIssue(context, "familyName", "Enter the family name");
        if (contact.email === "") addIssue(context, "email", "Enter the email address");
      }),
    ),
  z.transform(
    ({
      use,
      ...contact
    }: {
      use: "ours" | "theirs";
      givenName: string;
      familyName: string;
      email: string;
    }) => (use === "ours" ? noOwnContact : contact),
  ),
);

const contactsSchema = z.object({ technical: contactSchema, billing: contactSchema });

export const supportSchema = z.object({
  email: email.check(z.minLength(1, "Enter the support email address")),
  phoneNumber: z.pipe(
    text("Support phone number", 40),
    z
      .string()
      .check(
        z.refine(
          (value) => value === "" || (/^[+(\d][\d\s().\-/]*$/.test(value) && digits(value) >= 7),
          "Enter a phone number with area code, like (415) 555-0132",
        ),
      ),
  ),
  contactUrl: webAddress("Contact page", "Enter a web address such as https://example.com/contact"),
  linkUpdateUrl: webAddress(
    "Link update page",
    "Enter a web address such as https://example.com/banks",
  ),
});

function digits(value: string): number {
  return value.replaceAll(/\D/g, "").length;
}

const productsShape = z.object({
  use: z.enum(["ours", "chosen"]),
  products: z.array(
    z
      .string()
      .check(z.refine((code) => productCodes.includes(code), "Choose products from the list")),
  ),
  assetsUnderManagement: z.object({
    amount: z.pipe(
      z.pipe(
        text("Assets under management", 30),
        z.transform((value) => value.replaceAll(/[,\s]/g, "")),
      ),
      z
        .string()
        .check(z.regex(/^(\d{1,15}(\.\d{1,2})?)?$/, "Enter an amount in digits, such as 2500000")),
    ),
    currency: z.pipe(
      z.pipe(
        text("Currency", 3),
        z.transform((value) => value.toUpperCase()),
      ),
      z.string().check(z.regex(/^([A-Z]{3})?$/, "Enter a currency code such as USD")),
    ),
  }),
});

/** Plaid requires the amount of partners with a monthly service commitment, and of nobody else. */
export function productsSchemaFor({ amountRequired }: { amountRequired: boolean }) {
  return z.pipe(
    productsShape.check(
      z.superRefine(({ use, products, assetsUnderManagement }, context) => {
        if (use === "chosen" && products.length === 0) {
          addIssue(context, "products", "Choose at least one product, or the same as yours");
        }
        if (!amountRequired) return;
        if (assetsUnderManagement.amount === "") {
          addIssue(context, "assetsUnderManagement.amount", "Enter the assets under management");
        }
        if (assetsUnderManagement.currency === "") {
          addIssue(context, "assetsUnderManagement.currency", "Enter a currency code such as USD");
        }
      }),
    ),
    z.transform(({ use, products, assetsUnderManagement }: z.output<typeof productsShape>) => ({
      products: use === "ours" ? [] : products,
      assetsUnderManagement: amountRequired ? assetsUnderManagement : { amount: "", currency: "" },
    })),
  );
}

export const logoSchema = z
  .object({
    createLinkCustomization: z.boolean(),
    /** SHA-256 of a stored logo in hex; empty when there is none. */
    logo: z.string().check(z.regex(/^([0-9a-f]{64})?$/, "Choose the logo again")),
  })
  .check(
    z.refine(({ createLinkCustomization, logo }) => !createLinkCustomization || logo !== "", {
      path: ["logo"],
      error: "Choose a logo. Plaid needs one when your Link customization is copied",
    }),
  );

const redirectUriList = z
  .pipe(
    z.array(
      z.pipe(
        z.string(),
        z.transform((value) => value.trim()),
      ),
    ),
    z.array(z.string()),
  )
  .check(
    z.maxLength(REDIRECT_URIS_MAX, `Enter ${REDIRECT_URIS_MAX} redirect URIs or fewer`),
    z.superRefine((uris, context) => {
      uris.forEach((uri, index) => {
        if (uri === "") return;
        const problem = redirectUriProblem(uri) ?? duplicateProblem(uris, index);
        if (problem) addIssue(context, String(index), problem);
      });
    }),
  );

export const redirectUrisSchema = z.object({
  // An empty row of the form is no answer, and keeps its place until the rules are done.
  redirectUris: z.pipe(
    redirectUriList,
    z.transform((uris) => uris.filter((uri) => uri !== "")),
  ),
});

function duplicateProblem(uris: string[], index: number): string | undefined {
  return uris.indexOf(uris[index] ?? "") < index
    ? "This redirect URI is already in the list"
    : undefined;
}

export const attestationsSchema = z.object({
  dueDiligence: z
    .boolean()
    .check(
      z.refine(
        (ticked) => ticked,
        "Confirm due diligence, or leave this step until it is complete",
      ),
    ),
  bankAddendum: z
    .boolean()
    .check(
      z.refine(
        (ticked) => ticked,
        "Confirm the bank addendum, or leave this step until it is sent",
      ),
    ),
});

type Context = { issues: unknown[]; value: unknown };

function addIssue(context: Context, path: string, message: string): void {
  context.issues.push({ code: "custom", path: path.split("."), message, input: context.value });
}

export const stepSchemas = {
  company: companySchema,
  contacts: contactsSchema,
  support: supportSchema,
  logo: logoSchema,
  "redirect-uris": redirectUrisSchema,
} as const satisfies Partial<Record<AnswerStep, z.ZodMiniType>>;

/** What has passed the schemas and may be sent; contacts and products are empty where ours stand in. */
export type CheckedAnswers = {
  [S in keyof typeof stepSchemas]: z.output<(typeof stepSchemas)[S]>;
} & { products: z.output<ReturnType<typeof productsSchemaFor>> };

export function fieldErrors(error: z.core.$ZodError): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of error.issues) errors[issue.path.join(".")] ??= issue.message;
  return errors;
}
