import type { JsonWebKey } from "node:crypto";

export type Environment = "production" | "sandbox";

export type RegistrationError = {
  error_type: string;
  error_code: string;
  error_message: string;
  display_message: string | null;
  request_id: string;
};

export type Institution = {
  institution_id: string;
  name: string;
  /** Upper-case API value; may be one Plaid has not invented yet. */
  status: string;
  production_enablement_date: string | null;
  classic_disablement_date: string | null;
  errors: RegistrationError[];
  /** Set through the control plane: automatic progress leaves this bank alone. */
  by_hand: boolean;
  /** An ATTENTION_REQUIRED was resolved, so the missing logo no longer stops it. */
  resolved: boolean;
};

export type Customer = {
  client_id: string;
  company_name: string;
  application_name: string;
  status: string;
  secrets: { sandbox: string; production: string };
  flowdown_status: string;
  questionnaire_status: string;
  created_at: string;
  products: string[];
  logo: { bytes: number; sha256: string } | null;
  /** What was sent to create, without credentials and logo. */
  details: Record<string, unknown>;
  institutions: Institution[];
};

export type SigningKey = {
  kid: string;
  environment: Environment;
  private_jwk: JsonWebKey;
  /** Unix seconds. */
  created_at: number;
  expired_at: number | null;
};

export type Contact = { given_name: string; family_name: string; email: string };

export type Partner = {
  default_contacts: { technical: Contact | null; billing: Contact | null };
  products: string[];
  has_monthly_commitment: boolean;
  support_info_mandatory: boolean;
  flowdown_complete: boolean;
  questionnaire_complete: boolean;
  has_logo: boolean;
  is_reseller: boolean;
};

export type Options = {
  /** Every answer carries fields the documentation does not know (C7). */
  extra_response_fields: boolean;
  /** Calls per endpoint and minute; null is off (C9). */
  rate_limit_per_minute: number | null;
  /** Companies that already are Plaid customers: they start UNDER_REVIEW (K13). */
  existing_companies: string[];
  /** Application names registered by somebody else's team (K12). */
  taken_application_names: string[];
};

export type Clock = {
  speed: number;
  /** Emulated milliseconds at `since_real`. */
  base: number;
  since_real: number;
};

/** Work that is due at an emulated time; it outlives a restart. */
export type Job =
  | { id: string; kind: "institution"; due: number; client_id: string; institution_id: string }
  | {
      id: string;
      kind: "webhook";
      due: number;
      event: WebhookEvent;
      attempt: number;
      first_due: number;
    };

export type WebhookEvent = {
  webhook_type: "PARTNER";
  webhook_code: "END_CUSTOMER_OAUTH_STATUS_UPDATED";
  end_customer_client_id: string;
  environment: Environment;
  institution_id: string;
  institution_name: string;
  status: string;
};

export type Delivery = {
  id: string;
  webhook_id: string;
  source: "transition" | "send";
  url: string;
  /** Exactly the bytes sent, as text. */
  raw: string;
  attempt: number;
  kid: string | null;
  /** HTTP status of the answer; null while in flight, on a timeout or on a broken connection. */
  status: number | null;
  error: string | null;
  faults: string[];
  at: string;
  finished_at: string | null;
  next_attempt_at: string | null;
};

export type RequestEntry = {
  request_id: string;
  at: string;
  environment: Environment;
  method: string;
  path: string;
  /** HTTP status sent; null when no answer was sent (yet). */
  status: number | null;
  error_code: string | null;
  fault: string | null;
  duration_ms: number | null;
  headers: Record<string, string>;
  body: unknown;
};
