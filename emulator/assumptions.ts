import { isUrl } from "./is-url";
import type { Options, Partner } from "./model";

/*
 * Every rule Plaid does not publish. The id of the rule is the one used in README.md.
 * Where Plaid is silent the stricter reading is taken, so nobody comes to rely on leniency.
 */

/** K2: no length is published. */
export const TEXT_LENGTH_MAX = 255;
export const WEB_ADDRESS_LENGTH_MAX = 2_048;
/** K6: "under 4MB" read as decimal megabytes of the decoded file. */
export const LOGO_BYTES_MAX = 4_000_000;
export const LOGO_EDGE_PX = 1024;
/** K10: no limits are published. */
export const REDIRECT_URIS_MAX = 50;
export const REDIRECT_URI_LENGTH_MAX = 2_000;
export const LOCAL_HOSTS: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];
/** K11: FDIC certificates and credit union charters are short numbers. */
export const REGISTRATION_NUMBER = /^[0-9]{1,10}$/;
/** K2: countries whose addresses need a region. */
export const REGION_COUNTRIES: readonly string[] = ["US", "CA"];
/** C2: larger bodies cannot be a valid create (4 MB of PNG are 5.4 MB of base64). */
export const BODY_BYTES_MAX = 12_000_000;

/** K4: the values the reference page lists. */
export const PRODUCTS: readonly string[] = [
  "assets",
  "auth",
  "balance",
  "identity",
  "income_verification",
  "investments",
  "investments_auth",
  "liabilities",
  "transactions",
  "employment",
  "cra_base_report",
  "cra_income_insights",
  "cra_partner_insights",
];

/** K13: the status of a customer nobody has a reason to review. */
export const DEFAULT_NEXT_STATUS = "PENDING_ENABLEMENT";

export const DEFAULT_PARTNER: Partner = {
  default_contacts: {
    technical: { given_name: "Tess", family_name: "Nolan", email: "tech@reseller.test" },
    billing: { given_name: "Bill", family_name: "Ortega", email: "billing@reseller.test" },
  },
  products: [...PRODUCTS],
  has_monthly_commitment: false,
  support_info_mandatory: true,
  flowdown_complete: true,
  questionnaire_complete: true,
  has_logo: false,
  is_reseller: true,
};

export const DEFAULT_OPTIONS: Options = {
  extra_response_fields: false,
  rate_limit_per_minute: null,
  existing_companies: [],
  taken_application_names: [],
};

/** K12: names are compared without case, spacing and Unicode compatibility forms. */
export function sameName(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

function comparable(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
}

/** K3: Plaid's own example has no scheme. */
export function isWebsite(text: string): boolean {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!/^https?:\/\//i.test(address) || /[\s\\]/.test(address) || !isUrl(address)) {
    return false;
  }
  const { hostname, username } = new URL(address);
  return username === "" && /^[^.]+(\.[^.]+)+$/.test(hostname);
}

/** K7, K8: one plain address. */
export function isEmail(text: string): boolean {
  return text.length <= TEXT_LENGTH_MAX && /^[^\s@<>,;]+@[^\s@<>,;.]+(\.[^\s@<>,;.]+)+$/.test(text);
}

/** O2: banks that wait for the end customer's security questionnaire. */
export const QUESTIONNAIRE_BANKS: readonly string[] = ["ins_56", "ins_13"];
/** O2: the bank that refuses an application without any logo, as in the published example. */
export const LOGO_BANK = "ins_127989";
/** O2: weeks in reality. */
const SLOW_BANKS: readonly string[] = ["ins_56", "ins_11"];

/** O2: milliseconds from the previous status at clock speed 1. */
const PACE_MS: Record<string, { ordinary: number; slow: number }> = {
  PROCESSING: { ordinary: 800, slow: 1_200 },
  APPROVED: { ordinary: 2_400, slow: 11_000 },
  ATTENTION_REQUIRED: { ordinary: 2_400, slow: 11_000 },
  ENABLED: { ordinary: 1_600, slow: 5_000 },
};

/** Milliseconds between the banks of one customer, so that they do not move in step. */
const STAGGER_MS = 120;

export function paceMs(institutionId: string, position: number, to: string): number {
  const pace = PACE_MS[to];
  if (!pace) return 0;
  const slow = SLOW_BANKS.includes(institutionId);
  return (slow ? pace.slow : pace.ordinary) + position * STAGGER_MS;
}

/** W5: fewer attempts than this say nothing about a receiver, so retries go on. */
export const REJECTION_SAMPLE_MIN = 100;
