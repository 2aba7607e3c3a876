import type { OnboardingView } from "@/lib/drafts/model";
import { codeOf, fieldAt } from "@/lib/fields/model";
import type { AnswerStep } from "@/lib/onboarding/model";
import { productNames } from "@/lib/products/model";
import { countryName } from "@/lib/values/model";
import { type Line, lineOf, noteAt, productLines, uriLines } from "./answer-lines";

/** One row of the last page. */
export type AnswerRow = {
  term: string;
  /** Where it is changed. */
  path: string;
  lines: Line[];
  /** Said when there is no value. */
  fallback: string;
  advice?: string | undefined;
};

/** For a guest the partner has a name, and its contacts have none. */
export type RowsView = Pick<OnboardingView, "answers" | "checks" | "requirements"> & {
  partner: Omit<OnboardingView["partner"], "countryCode">;
  guest?: { partner: string } | undefined;
};

const NOT_PROVIDED = "Not provided";
const ON_FILE = "our contact on file at Plaid";

/** Who stands in where the customer has no contact of its own. */
export function partnerContacts({
  technicalContact,
  billingContact,
}: Pick<OnboardingView["partner"], "technicalContact" | "billingContact">) {
  return { technical: technicalContact ?? ON_FILE, billing: billingContact ?? ON_FILE };
}

/** Everything a step sends, in the order of its page. */
export function answerRows(step: AnswerStep, view: RowsView): AnswerRow[] {
  const rows = rowsOf[step](view);
  return rows.map((row) => ({ ...row, advice: adviceFor(step, row.path, view) }));
}

/** What the engine recommends, beside the answer that was left out. */
function adviceFor(step: AnswerStep, path: string, { requirements }: RowsView): string | undefined {
  const field = fieldAt(step, path);
  return requirements.find(
    ({ code, severity }) => severity === "recommended" && field && code === codeOf(field),
  )?.reason;
}

const rowsOf: Record<AnswerStep, (view: RowsView) => AnswerRow[]> = {
  company: (view) => [
    ...["companyName", "legalEntityName", "website", "applicationName"].map((path) =>
      row("company", path, view),
    ),
    row("company", "address.countryCode", view, countryName),
    ...["address.street", "address.city", "address.region", "address.postalCode"].map((path) =>
      row("company", path, view),
    ),
    ...(view.answers.company.isDepository ? [row("company", "registrationNumber", view)] : []),
  ],
  contacts: (view) => [
    contactRow("technical", "Technical contact", view),
    contactRow("billing", "Billing contact", view),
  ],
  support: (view) => [
    { ...row("support", "email", view), fallback: supportFallback(view) },
    ...["phoneNumber", "contactUrl", "linkUpdateUrl"].map((path) => row("support", path, view)),
  ],
  products: (view) => [
    {
      term: "Products",
      path: "products",
      lines: productLines(view),
      fallback: productsFallback(view),
    },
    ...(view.partner.hasMonthlyCommitment
      ? [
          row("products", "assetsUnderManagement.amount", view),
          row("products", "assetsUnderManagement.currency", view),
        ]
      : []),
  ],
  logo: (view) => [
    {
      ...row("logo", "logo", view),
      lines: noteAt("logo", "logo", view),
      fallback: view.answers.logo.logo === "" ? NOT_PROVIDED : "As shown above",
    },
    {
      term: `Copy ${view.guest ? `${view.guest.partner}’s` : "our"} default Link customization`,
      path: "createLinkCustomization",
      lines: [],
      fallback: view.answers.logo.createLinkCustomization ? "Yes" : "No",
    },
  ],
  "redirect-uris": (view) => [
    {
      term: "Redirect URIs",
      path: "redirectUris",
      lines: uriLines(view),
      fallback: NOT_PROVIDED,
    },
  ],
};

function supportFallback({ partner, guest }: RowsView): string {
  if (partner.supportMandatory) return NOT_PROVIDED;
  if (guest) return `${guest.partner}’s`;
  return partner.supportEmail ? `Ours: ${partner.supportEmail}` : "Ours";
}

function productsFallback({ partner, guest }: RowsView): string {
  if (guest) return `The same as ${guest.partner}`;
  const ours = productNames(partner.products);
  return ours ? `The same as ours: ${ours}` : "The same as ours";
}

function row(
  step: AnswerStep,
  path: string,
  view: RowsView,
  show: (value: string) => string = String,
): AnswerRow {
  const term = fieldAt(step, path)?.label ?? path;
  return { term, path, lines: lineOf(step, path, view, show), fallback: NOT_PROVIDED };
}

function contactRow(who: "technical" | "billing", term: string, view: RowsView): AnswerRow {
  const path = `${who}.givenName`;
  const fallback = view.guest
    ? `${view.guest.partner}’s contact`
    : `Ours: ${partnerContacts(view.partner)[who]}`;
  if (view.answers.contacts[who].use === "ours") {
    return { term, path: `${who}.use`, lines: [], fallback };
  }
  const [given, family, email] = ["givenName", "familyName", "email"].map((name) =>
    lineOf("contacts", `${who}.${name}`, view),
  );
  const names = [...(given ?? []), ...(family ?? [])];
  const plain = names.every(({ typed, error, warning }) => !typed && !error && !warning);
  const name = { id: path, shown: names.map(({ shown }) => shown).join(" ") };
  return { term, path, lines: [...(plain ? [name] : names), ...(email ?? [])], fallback };
}
