import { answerAt, fieldAt, type Place, placeNamedIn } from "@/lib/fields/model";
import english from "@/lib/languages/messages/en/staff/refusals.json";
import { inSentence } from "@/lib/languages/model";
import type { AnswerStep, FieldErrors } from "@/lib/onboarding/model";
import type { PlaidProblem } from "@/lib/partner-api/model";

/** What went wrong, and what to do next. Plaid's `display_message` is null for all of these. */
type Text = { what: string; next: string };

/** An application name that another customer of this portal holds; found before Plaid is asked. */
export const NAME_IN_USE = "APPLICATION_NAME_IN_USE";

const texts: Record<string, Text> = english.codes;

const byKind: Record<PlaidProblem["kind"], Text> = {
  ...english.kinds,
  rate_limited: english.codes.RATE_LIMIT,
};

export const explainedCodes: string[] = Object.keys(texts);

/** Codes about an answer that only Plaid's message names. */
const namingFields = ["INVALID_FIELD", "MISSING_FIELDS", "UNKNOWN_FIELDS"];
const beginnings: Record<string, string> = english.answers;

/** Plaid may invent codes: one without a text of its own is told by its kind. */
export function explainRefusal(problem: PlaidProblem): Text {
  const { code, kind } = problem;
  const place = placeOf(problem);
  const field = place && fieldAt(place.step, place.field);
  const beginning = Object.hasOwn(beginnings, code) && beginnings[code];
  if (field && beginning) {
    return { what: `${beginning} ${inSentence(field.label)}.`, next: english.change };
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
