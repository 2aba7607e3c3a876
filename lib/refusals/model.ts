import { answerAt, fieldAt, type Place, placeNamedIn } from "@/lib/fields/model";
import { inSentence } from "@/lib/languages/model";
import type { AnswerStep, FieldErrors } from "@/lib/onboarding/model";
import type { PlaidProblem } from "@/lib/partner-api/model";

/** What went wrong, and what to do next. Plaid's `display_message` is null for all of these. */
type Text = { what: string; next: string };

const ASK = "Ask your Plaid account manager and quote the request id.";

const partnerTexts = {
  CUSTOMER_NOT_FOUND: {
    what: "Plaid does not know this end customer.",
    next: "It may have been removed in the Plaid Dashboard. Look there, then check again here.",
  },
  FLOWDOWN_NOT_COMPLETE: {
    what: "Your own addendum with Plaid is not complete, so no end customer can be created or enabled yet.",
    next: "An admin of your Plaid team must complete it in the Plaid Dashboard. Then send again.",
  },
  QUESTIONNAIRE_NOT_COMPLETE: {
    what: "Your security questionnaire at Plaid is not complete, so no end customer can be created or enabled yet.",
    next: "An admin of your Plaid team must complete it in the Plaid Dashboard. Then send again.",
  },
  CUSTOMER_NOT_READY_FOR_ENABLEMENT: {
    what: "Plaid has not approved this end customer yet.",
    next: "Wait for the review to end, or ask your Plaid account manager how it stands.",
  },
  CUSTOMER_ALREADY_ENABLED: {
    what: "This end customer is already enabled in Production. Its secret was issued then.",
    next: "Nothing is left to do. Find its keys in the Plaid Dashboard if they are not held here.",
  },
  CUSTOMER_ALREADY_CREATED: {
    what: "Plaid already has an application with this name.",
    next: "Choose another application name. If this company is yours already, look for it in the Plaid Dashboard.",
  },
  LOGO_REQUIRED: {
    what: "Plaid needs a logo, because your Link customization is copied.",
    next: "Add a logo, or do not copy the customization.",
  },
  INVALID_LOGO: {
    what: "Plaid did not take the logo. It must be a PNG of exactly 1024 × 1024 pixels.",
    next: "Choose the logo again.",
  },
  CONTACT_REQUIRED: {
    what: "Plaid has no technical or billing contact for this end customer, and none of yours.",
    next: "Enter both contacts, or add your own in the Plaid Dashboard.",
  },
  ASSETS_UNDER_MANAGEMENT_REQUIRED: {
    what: "Your agreement with Plaid has a monthly commitment, so Plaid needs the assets under management.",
    next: "Enter the amount and the currency.",
  },
  CUSTOMER_REMOVAL_NOT_ALLOWED: {
    what: "This end customer is live in Production, so Plaid does not remove it here.",
    next: "Ask your Plaid account manager to remove it.",
  },
  OAUTH_REGISTRATION_ERROR: {
    what: "A bank did not register the application.",
    next: "Look at the fields flagged in the Compliance Center of the Plaid Dashboard and update them.",
  },
} as const satisfies Record<string, Text>;

const genericTexts = {
  INVALID_BODY: {
    what: "Plaid could not read what this portal sent. Nothing was changed.",
    next: ASK,
  },
  INVALID_HEADERS: {
    what: "Plaid missed a header in what this portal sent. Nothing was changed.",
    next: ASK,
  },
  MISSING_FIELDS: {
    what: "Plaid needs an answer that was left out.",
    next: "Complete the answers, then send again.",
  },
  UNKNOWN_FIELDS: {
    what: "Plaid does not take one of the answers this portal sent.",
    next: ASK,
  },
  INVALID_FIELD: {
    what: "Plaid did not take one of the answers.",
    next: "Look at the answers, change what is wrong, then send again.",
  },
  NOT_FOUND: {
    what: "Plaid does not know the address this portal called.",
    next: "Ask an admin to check the Plaid environment of this portal.",
  },
  INVALID_API_KEYS: {
    what: "Plaid does not know this portal's client_id and secret in this environment.",
    next: "Ask an admin to check the Plaid keys of this portal, then send again.",
  },
  UNAUTHORIZED_ENVIRONMENT: {
    what: "Your Plaid account may not use this environment.",
    next: "Ask an admin to check the Plaid environment, or your Plaid account manager for access.",
  },
  UNAUTHORIZED_ROUTE_ACCESS: {
    what: "Your Plaid account may not manage end customers in this environment.",
    next: "Ask your Plaid account manager to switch on the Partner API for it.",
  },
  INVALID_PRODUCT: {
    what: "Your Plaid account is not approved for one of the chosen products.",
    next: "Leave that product out, or ask your Plaid account manager for it.",
  },
  INVALID_WEBHOOK_VERIFICATION_KEY_ID: {
    what: "Plaid does not know the key that signed a webhook.",
    next: "Ask an admin to check that webhooks and keys belong to the same environment.",
  },
  RATE_LIMIT: {
    what: "We asked Plaid too often. Nothing was changed.",
    next: "Wait a minute, then send again.",
  },
  INTERNAL_SERVER_ERROR: {
    what: "Something broke at Plaid while it answered.",
    next: "Check how this end customer stands before you try again.",
  },
  PLANNED_MAINTENANCE: {
    what: "Plaid is closed for maintenance.",
    next: "See status.plaid.com and try again when it is over.",
  },
} as const satisfies Record<string, Text>;

/** An application name that another customer of this portal holds; found before Plaid is asked. */
export const NAME_IN_USE = "APPLICATION_NAME_IN_USE";

const ourTexts = {
  [NAME_IN_USE]: {
    what: "Another end customer in this portal already has this application name. Plaid needs a unique one; a duplicate makes bank registration fail.",
    next: "Choose another application name.",
  },
} as const satisfies Record<string, Text>;

const texts: Record<string, Text> = { ...partnerTexts, ...genericTexts, ...ourTexts };

const byKind: Record<PlaidProblem["kind"], Text> = {
  rejected: { what: "Plaid refused, for a reason this portal has no words for yet.", next: ASK },
  rate_limited: genericTexts.RATE_LIMIT,
  not_sent: {
    what: "Plaid could not be reached. Nothing was sent.",
    next: "Your answers are saved. Try again in a minute.",
  },
  unavailable: {
    what: "Plaid did not answer, so it is not known whether anything was changed.",
    next: "Check how this end customer stands before you try again.",
  },
};

export const explainedCodes: string[] = Object.keys(texts);

/** Codes about an answer that only Plaid's message names. */
const namingFields = ["INVALID_FIELD", "MISSING_FIELDS", "UNKNOWN_FIELDS"];
const verbs: Record<string, string> = { INVALID_FIELD: "did not take", MISSING_FIELDS: "needs" };

/** Plaid may invent codes: one without a text of its own is told by its kind. */
export function explainRefusal(problem: PlaidProblem): Text {
  const { code, kind } = problem;
  const place = placeOf(problem);
  const field = place && fieldAt(place.step, place.field);
  const verb = Object.hasOwn(verbs, code) && verbs[code];
  if (field && verb) {
    const what = `Plaid ${verb} the ${inSentence(field.label)}.`;
    return { what, next: "Change it, then send again." };
  }
  return (Object.hasOwn(texts, code) ? texts[code] : undefined) ?? byKind[kind] ?? byKind.rejected;
}

/** Both sentences, without the last full stop, like a field's error or a reason. */
export function refusalSentence(problem: PlaidProblem): string {
  const { what, next } = explainRefusal(problem);
  return `${what} ${next}`.replace(/\.$/, "");
}

/** The refusal as an error of its field, in the step it is about. */
export function refusalErrors(problem: PlaidProblem | null, step: AnswerStep): FieldErrors {
  const place = problem && placeOf(problem);
  return problem && place?.step === step ? { [place.field]: refusalSentence(problem) } : {};
}

const applicationName = answerAt("company", "applicationName");
const logoStep: Place = { step: "logo", field: "logo", about: "" };

const placeByCode: Record<string, Place> = {
  [NAME_IN_USE]: applicationName,
  CUSTOMER_ALREADY_CREATED: applicationName,
  LOGO_REQUIRED: logoStep,
  INVALID_LOGO: logoStep,
  CONTACT_REQUIRED: { step: "contacts", field: "technical.givenName", about: "" },
  ASSETS_UNDER_MANAGEMENT_REQUIRED: {
    step: "products",
    field: "assetsUnderManagement.amount",
    about: "assetsUnderManagement",
  },
  INVALID_PRODUCT: answerAt("products", "products"),
};

/**
 * Where in the wizard a refusal is about; null when it is about no answer of ours. Plaid's messages
 * are not a contract: a name found in one is a hint where to look, nothing more.
 */
export function placeOf({ code, message }: PlaidProblem): Place | null {
  if (Object.hasOwn(placeByCode, code)) return placeByCode[code] ?? null;
  return namingFields.includes(code) ? placeNamedIn(message) : null;
}
