/** A refusal or silence of the Partner API, safe to show. */
export type PlaidProblem = {
  kind: "rejected" | "rate_limited" | "not_sent" | "unavailable";
  code: string;
  /** Plaid's own words, for developers; shown under "Technical details". */
  message: string;
  requestId: string | null;
};

/** Where Plaid's Dashboard lists a reseller's end customers. */
export const PARTNER_SUMMARY_URL = "https://dashboard.plaid.com/partner/customers-summary";
