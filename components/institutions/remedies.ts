import type { InstitutionError } from "@/lib/institutions/model";

export type Remedy = { problem: string; next: string; link: { label: string; href: string } };

const DASHBOARD = "https://dashboard.plaid.com";
const compliance = {
  label: "Open the Compliance Center",
  href: `${DASHBOARD}/settings/compliance/overview`,
};

/** Plaid documents one code for every bank problem, so its words are what tells them apart. */
const known: { pattern: RegExp; remedy: (bank: string) => Remedy }[] = [
  {
    pattern: /\blogo\b|\bicon\b/i,
    remedy: (bank) => ({
      problem: `${bank} will not register the app without a logo.`,
      next: "Add a PNG of 1024 × 1024 pixels in Plaid Dashboard → App branding, then check again.",
      link: { label: "Open App branding", href: `${DASHBOARD}/settings/company/app-branding` },
    }),
  },
  {
    pattern: /questionnaire|flowdown|addendum/i,
    remedy: () => ({
      problem: "The security questionnaire is not complete. Chase and PNC wait for it.",
      next: "Complete it in the Plaid Dashboard, then check again.",
      link: compliance,
    }),
  },
  {
    pattern: /\bname\b|duplicate|unique/i,
    remedy: () => ({
      problem: "The bank refused the application name.",
      next: "Choose a name nobody else uses in Plaid Dashboard → Compliance Center, then check again.",
      link: compliance,
    }),
  },
  {
    pattern: /website|support|\burl\b/i,
    remedy: () => ({
      problem: "The bank needs a working website or support contact.",
      next: "Correct it in Plaid Dashboard → Compliance Center, then check again.",
      link: compliance,
    }),
  },
];

/** Undefined for a message nobody has explained yet: it is then shown as Plaid wrote it. */
export function remedyFor({ errorMessage }: InstitutionError, bank: string): Remedy | undefined {
  return known.find(({ pattern }) => pattern.test(errorMessage))?.remedy(bank);
}
