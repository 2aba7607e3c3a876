import { sentenceCase, type Tone } from "@/lib/statuses/model";

type Description = { label: string; tone: Tone };

/** Plaid's registration statuses as the API spells them. Plaid may add more at any time. */
const descriptions: Record<string, Description> = {
  NOT_STARTED: { label: "Not started", tone: "neutral" },
  PROCESSING: { label: "Processing", tone: "plaid" },
  APPROVED: { label: "Approved, not live yet", tone: "plaid" },
  ENABLED: { label: "Enabled", tone: "done" },
  ATTENTION_REQUIRED: { label: "Attention required", tone: "you" },
};

/** An unknown status shows as its own code: `ON_HOLD` becomes "On hold". */
export function describeRegistration(status: string): Description {
  const known = Object.hasOwn(descriptions, status) ? descriptions[status] : undefined;
  return known ?? { label: sentenceCase(status), tone: "neutral" };
}

const agreementLabels: Record<string, string> = {
  NOT_STARTED: "Not started",
  IN_REVIEW: "In review",
  NEGOTIATION: "In negotiation",
  RECEIVED: "Received",
  COMPLETE: "Complete",
};

export function describeAgreement(status: string): string {
  const known = Object.hasOwn(agreementLabels, status) ? agreementLabels[status] : undefined;
  return known ?? sentenceCase(status);
}

/** The API says `ATTENTION_REQUIRED`, the webhook `attention-required`: one spelling from here on. */
export function toRegistrationStatus(raw: string): string {
  return raw.trim().toUpperCase().replaceAll("-", "_");
}

/** A bank that still changes on Plaid's side, so it is worth asking about. */
export function isOpen(status: string): boolean {
  return status !== "ENABLED";
}

export type InstitutionError = {
  errorType: string;
  errorCode: string;
  errorMessage: string;
  displayMessage: string | null;
  requestId: string | null;
};

/** One bank of one customer, as shown. Dates are `YYYY-MM-DD`, instants ISO 8601. */
export type InstitutionView = {
  institutionId: string;
  name: string;
  /** Production status; the one that matters to users of Link. */
  status: string;
  environments: Record<string, string>;
  statusSince: string;
  productionEnablementDate: string | null;
  classicDisablementDate: string | null;
  errors: InstitutionError[];
  history: { status: string; source: "webhook" | "poll" | "check"; at: string }[];
};

/** What the banks page shows and the browser fetches again after a live event. */
export type RegistrationView = {
  flowdownStatus: string | null;
  questionnaireStatus: string | null;
  /** When Plaid was last asked; null when never. */
  checkedAt: string | null;
  /** When this was read from our database: of two views the later one is shown. */
  readAt: string;
  institutions: InstitutionView[];
};

/** Documented waiting times, so that silence has a measure. Source: Plaid's OAuth guide. */
export function expectedWait(institutionId: string): string {
  if (institutionId === "ins_11") return "Charles Schwab can take up to five weeks";
  if (institutionId === "ins_56") return "Chase can take up to six weeks";
  return "Most banks answer within 24 hours";
}
