import type { SignInAgain } from "@/lib/auth/model";
import type { FieldErrors } from "@/lib/onboarding/model";
import type { PlaidProblem } from "@/lib/partner-api/model";

/** The partner's own details, as they are typed. */
export type Defaults = {
  partnerName: string;
  countryCode: string;
  technicalContact: string;
  billingContact: string;
  supportEmail: string;
  supportPhoneNumber: string;
  supportContactUrl: string;
  supportLinkUpdateUrl: string;
  products: string[];
  hasMonthlyCommitment: boolean;
  /** ISO 8601 date; empty while nobody has said. */
  accountSince: string;
};

/** What an invited customer meets of the partner, beside its name. */
export type Welcome = { contactEmail: string; greeting: string };

export const GREETING_MAX = 300;

export type Retention = { draftDays: string; secretDays: string };

export type SecondPerson = { sends: boolean; enables: boolean };

/** Each part is a form of its own; `version` is of all of them. */
export type Settings = {
  version: number;
  defaults: Defaults;
  welcome: Welcome;
  retention: { draftDays: number; secretDays: number };
  secondPerson: SecondPerson;
  /** How many of the team may act where two are wanted. */
  people: number;
};

export type SaveError =
  | { code: "incorrect"; errors: FieldErrors }
  /** Somebody saved since the form was made. */
  | { code: "changed_meanwhile" };

/** Plaid's own date: partners made later must give each customer support information. */
export const SUPPORT_MANDATORY_AFTER = "2024-11-26";

/** What one question to Plaid came to. Latency in ms. */
export type ConnectionTest =
  | { outcome: "works"; latencyMs: number; requestId: string | null }
  | { outcome: "failed"; latencyMs: number; problem: PlaidProblem };

export type ConnectionError = SignInAgain | { code: "too_soon" };
