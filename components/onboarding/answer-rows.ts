import { useLocale, useTranslations } from "next-intl";
import type { OnboardingView } from "@/lib/drafts/model";
import { codeOf, fieldAt, type NameKey } from "@/lib/fields/model";
import type { Language } from "@/lib/languages/model";
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

type Words = {
  language: Language;
  name: (key: NameKey) => string;
  t: ReturnType<typeof useTranslations<"steps">>;
};

/** Makes the rows of a step in the reader's language. */
export function useAnswerRows() {
  const name = useTranslations("fields");
  const words: Words = { language: useLocale(), name, t: useTranslations("steps") };
  return (step: AnswerStep, view: RowsView) => answerRows(step, view, words);
}

/** Everything a step sends, in the order of its page. */
export function answerRows(step: AnswerStep, view: RowsView, words: Words): AnswerRow[] {
  const rows = rowsOf[step](view, words);
  return rows.map((row) => ({ ...row, advice: adviceFor(step, row.path, view) }));
}

/** What the engine recommends, beside the answer that was left out. */
function adviceFor(step: AnswerStep, path: string, { requirements }: RowsView): string | undefined {
  const field = fieldAt(step, path);
  return requirements.find(
    ({ code, severity }) => severity === "recommended" && field && code === codeOf(field),
  )?.reason;
}

const rowsOf: Record<AnswerStep, (view: RowsView, words: Words) => AnswerRow[]> = {
  company: (view, words) => [
    ...["companyName", "legalEntityName", "website", "applicationName"].map((path) =>
      row("company", path, { view, words }),
    ),
    {
      ...row("company", "address.countryCode", { view, words }),
      lines: lineOf("company", "address.countryCode", view, (code) =>
        countryName(code, words.language),
      ),
    },
    ...["address.street", "address.city", "address.region", "address.postalCode"].map((path) =>
      row("company", path, { view, words }),
    ),
    ...(view.answers.company.isDepository
      ? [row("company", "registrationNumber", { view, words })]
      : []),
  ],
  contacts: (view, words) => [
    contactRow("technical", { view, words }),
    contactRow("billing", { view, words }),
  ],
  support: (view, words) => [
    { ...row("support", "email", { view, words }), fallback: supportFallback(view, words) },
    ...["phoneNumber", "contactUrl", "linkUpdateUrl"].map((path) =>
      row("support", path, { view, words }),
    ),
  ],
  products: (view, words) => [
    {
      ...row("products", "products", { view, words }),
      lines: productLines(view),
      fallback: productsFallback(view, words),
    },
    ...(view.partner.hasMonthlyCommitment
      ? [
          row("products", "assetsUnderManagement.amount", { view, words }),
          row("products", "assetsUnderManagement.currency", { view, words }),
        ]
      : []),
  ],
  logo: (view, words) => {
    const { t } = words;
    const { logo, createLinkCustomization } = view.answers.logo;
    return [
      {
        ...row("logo", "logo", { view, words }),
        lines: noteAt("logo", "logo", view),
        fallback: t(logo === "" ? "answers.notProvided" : "answers.asShown"),
      },
      {
        term: view.guest
          ? t("answers.copyPartners", { partner: view.guest.partner })
          : t("answers.copyOurs"),
        path: "createLinkCustomization",
        lines: [],
        fallback: t(createLinkCustomization ? "answers.yes" : "answers.no"),
      },
    ];
  },
  "redirect-uris": (view, words) => [
    { ...row("redirect-uris", "redirectUris", { view, words }), lines: uriLines(view) },
  ],
};

function supportFallback({ partner, guest }: RowsView, { t }: Words): string {
  if (partner.supportMandatory) return t("answers.notProvided");
  if (guest) return t("answers.partnerSupport", { partner: guest.partner });
  const { supportEmail } = partner;
  return supportEmail ? t("answers.oursAt", { what: supportEmail }) : t("answers.ours");
}

function productsFallback({ partner, guest }: RowsView, { t }: Words): string {
  if (guest) return t("answers.sameAsPartner", { partner: guest.partner });
  const products = productNames(partner.products);
  return products ? t("answers.sameAsThese", { products }) : t("answers.sameAsOurs");
}

type About = { view: RowsView; words: Words };

function row(step: AnswerStep, path: string, { view, words }: About): AnswerRow {
  const field = fieldAt(step, path);
  const term = field ? words.name(field.name) : path;
  const fallback = words.t("answers.notProvided");
  return { term, path, lines: lineOf(step, path, view), fallback };
}

function contactRow(who: "technical" | "billing", { view, words: { name, t } }: About): AnswerRow {
  const term = name(`people.${who}`);
  const path = `${who}.givenName`;
  const contact = {
    technical: view.partner.technicalContact,
    billing: view.partner.billingContact,
  };
  const fallback = view.guest
    ? t("answers.partnerContact", { partner: view.guest.partner })
    : t("answers.oursAt", { what: contact[who] ?? t("contacts.onFile") });
  if (view.answers.contacts[who].use === "ours") {
    return { term, path: `${who}.use`, lines: [], fallback };
  }
  const [given, family, email] = ["givenName", "familyName", "email"].map((field) =>
    lineOf("contacts", `${who}.${field}`, view),
  );
  const names = [...(given ?? []), ...(family ?? [])];
  const plain = names.every(({ typed, error, warning }) => !typed && !error && !warning);
  const full = { id: path, shown: names.map(({ shown }) => shown).join(" ") };
  return { term, path, lines: [...(plain ? [full] : names), ...(email ?? [])], fallback };
}
