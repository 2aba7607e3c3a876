const catalogue = {
  CUSTOMER_NOT_FOUND: ["PARTNER_ERROR", 404, "the customer was not found"],
  FLOWDOWN_NOT_COMPLETE: [
    "PARTNER_ERROR",
    412,
    "you must complete a flowdown to create and enable customers",
  ],
  QUESTIONNAIRE_NOT_COMPLETE: [
    "PARTNER_ERROR",
    412,
    "you must complete the security questionnaire to create and enable customers",
  ],
  CUSTOMER_NOT_READY_FOR_ENABLEMENT: [
    "PARTNER_ERROR",
    412,
    "this customer is not ready for enablement",
  ],
  CUSTOMER_ALREADY_ENABLED: ["PARTNER_ERROR", 400, "this customer has already been enabled"],
  CUSTOMER_ALREADY_CREATED: ["PARTNER_ERROR", 400, "this customer has already been created"],
  LOGO_REQUIRED: [
    "PARTNER_ERROR",
    400,
    "a logo is required because create_link_customization is set to true and the co-branded consent pane is in use",
  ],
  INVALID_LOGO: [
    "PARTNER_ERROR",
    400,
    "the logo must be a base64-encoded string of a PNG of size 1024x1024",
  ],
  CONTACT_REQUIRED: [
    "PARTNER_ERROR",
    400,
    "billing or technical contacts must be submitted either in the request or filled in for your team in the dashboard",
  ],
  ASSETS_UNDER_MANAGEMENT_REQUIRED: [
    "PARTNER_ERROR",
    400,
    "assets under management must be submitted because your team has a monthly service commitment",
  ],
  CUSTOMER_REMOVAL_NOT_ALLOWED: [
    "PARTNER_ERROR",
    400,
    "removal of a production-enabled end customer is not allowed. talk to your account manager to remove this end customer.",
  ],
  /** Documented inside `institutions[].errors`; as an answer only a fault gives it. */
  OAUTH_REGISTRATION_ERROR: ["PARTNER_ERROR", 400, "application logo is required"],
  INVALID_BODY: ["INVALID_REQUEST", 400, "body could not be parsed as JSON"],
  MISSING_FIELDS: ["INVALID_REQUEST", 400, "the following required fields are missing: "],
  UNKNOWN_FIELDS: [
    "INVALID_REQUEST",
    400,
    "the following fields are not recognized by this endpoint: ",
  ],
  INVALID_FIELD: ["INVALID_REQUEST", 400, ""],
  NOT_FOUND: ["INVALID_REQUEST", 404, "not found"],
  INVALID_API_KEYS: ["INVALID_INPUT", 400, "invalid client_id or secret provided"],
  UNAUTHORIZED_ROUTE_ACCESS: [
    "INVALID_INPUT",
    400,
    "you are not authorized to access this route in this api environment.",
  ],
  INVALID_PRODUCT: [
    "INVALID_INPUT",
    400,
    "client is not authorized to access the following products: ",
  ],
  INVALID_WEBHOOK_VERIFICATION_KEY_ID: [
    "INVALID_INPUT",
    400,
    "invalid key_id provided. note that key_ids are specific to Plaid environments, and verification requests must be made to the same environment that the webhook was sent from",
  ],
  RATE_LIMIT: [
    "RATE_LIMIT_EXCEEDED",
    429,
    "rate limit exceeded for attempts to access this item. please try again later",
  ],
  INTERNAL_SERVER_ERROR: ["API_ERROR", 500, "an unexpected error occurred"],
  PLANNED_MAINTENANCE: [
    "API_ERROR",
    503,
    "the Plaid API is temporarily unavailable due to planned maintenance. visit https://status.plaid.com/ for more information",
  ],
} as const satisfies Record<string, readonly [type: string, http: number, message: string]>;

export type ErrorCode = keyof typeof catalogue;

/** The codes of https://plaid.com/docs/errors/partner/ */
export const partnerErrorCodes = (Object.keys(catalogue) as ErrorCode[]).filter(
  (code) => catalogue[code][0] === "PARTNER_ERROR",
);

const PAGES: Record<(typeof catalogue)[ErrorCode][0], string> = {
  PARTNER_ERROR: "partner",
  INVALID_REQUEST: "invalid-request",
  INVALID_INPUT: "invalid-input",
  RATE_LIMIT_EXCEEDED: "rate-limit-exceeded",
  API_ERROR: "api",
};

/** A refusal as Plaid words it; `detail` completes the messages that name fields or products. */
export class PlaidFailure extends Error {
  override readonly name = "PlaidFailure";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, detail = "") {
    super(`${catalogue[code][2]}${detail}`);
    this.code = code;
  }
}

export function errorAnswer(failure: PlaidFailure, requestId: string) {
  const [type, status] = catalogue[failure.code];
  return {
    status,
    body: {
      display_message: null,
      documentation_url: `https://plaid.com/docs/errors/${PAGES[type]}/`,
      error_code: failure.code,
      error_message: failure.message,
      error_type: type,
      request_id: requestId,
      suggested_action: null,
    },
  };
}
