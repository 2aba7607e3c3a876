import texts from "@/lib/languages/messages/en/staff/institutions.json";
import { sentenceCase, type Tone } from "@/lib/statuses/model";

type Description = { label: string; tone: Tone };

/** Plaid's registration statuses as the API spells them. Plaid may add more at any time. */
const descriptions: Record<string, Description> = {
  NOT_STARTED: { label: texts.registrations.NOT_STARTED, tone: "neutral" },
  PROCESSING: { label: texts.registrations.PROCESSING, tone: "plaid" },
  APPROVED: { label: texts.registrations.APPROVED, tone: "plaid" },
  ENABLED: { label: texts.registrations.ENABLED, tone: "done" },
  ATTENTION_REQUIRED: { label: texts.registrations.ATTENTION_REQUIRED, tone: "you" },
};

/** An unknown status shows as its own code: `ON_HOLD` becomes "On hold". */
export function describeRegistration(status: string): Description {
  const known = Object.hasOwn(descriptions, status) ? descriptions[status] : undefined;
  return known ?? { label: sentenceCase(status), tone: "neutral" };
}

const agreementLabels: Record<string, string> = texts.agreements;

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
  /** Another status that a webhook told of, until Plaid's answer is recorded. */
  reported: string | null;
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
  /** Of all its banks, whatever is shown of them. */
  counts: Record<string, number>;
  /** Since when the first of those that are being processed waits. */
  processingSince: string | null;
  /** A date on which connections without OAuth end is near, or went by. */
  classicEnds: boolean;
  /** How many match the filter, all pages together. */
  found: number;
  /** The page that is shown: what needs somebody first, then who waits longest. */
  institutions: InstitutionView[];
};

/** What the banks of a customer are narrowed to. Pages are counted from 1. */
export type RegistrationFilter = { status: string | null; search: string; page: number };

export const allBanks: RegistrationFilter = { status: null, search: "", page: 1 };

/** From how many banks on they can be filtered, and how many a page has. */
export const CHIPS_FROM = 13;
export const BANKS_PER_PAGE = 60;

/** Longest documented waits, in days. Sources: Plaid's OAuth guide and its error pages. */
const slow: Record<string, { days: number; text: string }> = {
  ins_11: { days: 35, text: texts.waits.ins_11 },
  ins_56: { days: 42, text: texts.waits.ins_56 },
};
const usual = { days: 1, text: texts.waits.usual };

function waitAt(institutionId: string) {
  const known = Object.hasOwn(slow, institutionId) ? slow[institutionId] : undefined;
  return known ?? usual;
}

/** The registration as it is once a webhook has told of a bank, and before Plaid has been asked. */
export function withReport(
  registration: RegistrationView,
  { institutionId, status }: { institutionId: string; status: string },
): RegistrationView {
  const institutions = registration.institutions.map((bank) =>
    bank.institutionId === institutionId
      ? { ...bank, reported: status === bank.status ? null : status }
      : bank,
  );
  return { ...registration, institutions };
}

export function shownStatus({ reported, status }: InstitutionView): string {
  return reported ?? status;
}

/** Documented waiting times, so that silence has a measure. */
export function expectedWait(institutionId: string): string {
  return waitAt(institutionId).text;
}

export function expectedDays(institutionId: string): number {
  return waitAt(institutionId).days;
}

/** Statuses in which a bank has the application in hand: only then a clock runs. */
export const withBank = ["PROCESSING", "APPROVED"];

const DAY_MS = 86_400_000;

/** Whole days beyond the longest documented wait; 0 while it is in time, or with nobody at the bank. */
export function overdueDays(
  {
    institutionId,
    status,
    statusSince,
  }: Pick<InstitutionView, "institutionId" | "status" | "statusSince">,
  now = Date.now(),
): number {
  if (!withBank.includes(status)) return 0;
  const waited = (now - Date.parse(statusSince)) / DAY_MS;
  return Math.max(0, Math.floor(waited - expectedDays(institutionId)));
}

/** Banks that wait for the customer's security questionnaire. Source: Plaid's OAuth guide. */
export function needsQuestionnaire(institutionId: string): boolean {
  return institutionId === "ins_56" || institutionId === "ins_13";
}

/** One bank over all customers. */
export type BankCounts = {
  institutionId: string;
  name: string;
  /** Customers it has been asked about. */
  total: number;
  byStatus: Record<string, number>;
  /** Customers that have waited longer there than documented; counted up to a limit. */
  overdue: number;
};

/** Beyond these it is only known that there are more. */
export const OVERDUE_MAX = 1_000;
export const STRIP_OVERDUE_MAX = 100;

/** Statuses as they are listed: what needs somebody first, unknown ones before what is done. */
export function inStatusOrder(statuses: string[]): string[] {
  const place = (status: string) => (order.includes(status) ? order.indexOf(status) : 4.5);
  return statuses.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

const order = ["ATTENTION_REQUIRED", "PROCESSING", "APPROVED", "NOT_STARTED", "-", "ENABLED"];

export type WaitingFilter = {
  institutionId: string;
  status: string;
  /** More business days than these, or any number. */
  stuckDays: number | null;
  after: string | null;
};

export const stuckChoices = [1, 3, 5, 10, 20] as const;

/** A customer in a list of one bank, and how it stands with the others. */
export type WaitingRow = {
  id: string;
  companyName: string;
  since: string;
  /** Status by institution. */
  banks: Record<string, string>;
};

export type WaitingPage = { rows: WaitingRow[]; next: string | null };
