import type { InstitutionError } from "@/lib/institutions/model";
import type { Translate } from "@/lib/languages/model";

type Remedy = { problem: string; next: string; link: { label: string; href: string } };

const DASHBOARD = "https://dashboard.plaid.com";
const branding = {
  label: "openBranding",
  href: `${DASHBOARD}/settings/company/app-branding`,
} as const;
const compliance = {
  label: "openCompliance",
  href: `${DASHBOARD}/settings/compliance/overview`,
} as const;

/** Plaid documents one code for every bank problem, so its words are what tells them apart. */
const known = [
  { pattern: /\blogo\b|\bicon\b/i, about: "logo", link: branding },
  { pattern: /questionnaire|flowdown|addendum/i, about: "questionnaire", link: compliance },
  { pattern: /\bname\b|duplicate|unique/i, about: "name", link: compliance },
  { pattern: /website|support|\burl\b/i, about: "contact", link: compliance },
] as const;

/** Undefined for a message nobody has explained yet: it is then shown as Plaid wrote it. */
export function remedyFor(
  { errorMessage }: InstitutionError,
  bank: string,
  t: Translate<"banks.remedies">,
): Remedy | undefined {
  const found = known.find(({ pattern }) => pattern.test(errorMessage));
  if (!found) return undefined;
  const { about, link } = found;
  return {
    problem: t(`${about}.what`, { bank }),
    next: t(`${about}.next`),
    link: { label: t(link.label), href: link.href },
  };
}
