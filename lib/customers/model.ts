import type { AttestationEvidence } from "@/lib/onboarding/model";
import type { Answers } from "@/lib/onboarding/schema";
import type { PlaidProblem } from "@/lib/partner-api/model";

/** Who has to act next. */
export type Turn = "you" | "customer" | "plaid" | "nobody";

/** Colour family of a badge; it says whose turn it is, never the only sign of it. */
export type Tone = "neutral" | "you" | "customer" | "plaid" | "done" | "blocked";

/** What a status means to the people who look at it. */
export type StatusDescription = { label: string; turn: Turn; tone: Tone; line: string };

const dictionary = {
  DRAFT: { label: "Draft", turn: "you", tone: "neutral", line: "Some answers are missing" },
  INVITED: {
    label: "Invited",
    turn: "customer",
    tone: "customer",
    line: "The customer has not started yet",
  },
  CUSTOMER_EDITING: {
    label: "Customer is filling in",
    turn: "customer",
    tone: "customer",
    line: "The customer is answering",
  },
  IN_REVIEW: {
    label: "Ready for your review",
    turn: "you",
    tone: "you",
    line: "The customer has submitted its answers",
  },
  CHANGES_REQUESTED: {
    label: "Changes requested",
    turn: "customer",
    tone: "customer",
    line: "The customer has fields to fix",
  },
  READY: {
    label: "Ready to submit",
    turn: "you",
    tone: "you",
    line: "All required answers given",
  },
  SUBMITTING: {
    label: "Sending to Plaid",
    turn: "nobody",
    tone: "plaid",
    line: "Usually a few seconds",
  },
  SUBMIT_FAILED: {
    label: "Plaid refused the submission",
    turn: "you",
    tone: "blocked",
    line: "Fix what Plaid named, then send again",
  },
  SUBMIT_UNKNOWN: {
    label: "No answer from Plaid",
    turn: "you",
    tone: "blocked",
    line: "The customer may exist. Check before trying again",
  },
  UNDER_REVIEW: {
    label: "Plaid is reviewing",
    turn: "plaid",
    tone: "plaid",
    line: "Often means Plaid already knows this company: ask your account manager",
  },
  MORE_INFORMATION_NEEDED: {
    label: "Plaid needs more information",
    turn: "you",
    tone: "you",
    line: "Ask your account manager what is missing",
  },
  PENDING_ENABLEMENT: {
    label: "Ready to enable",
    turn: "you",
    tone: "you",
    line: "Approved by Plaid. Enable when you go live",
  },
  ENABLING: {
    label: "Enabling",
    turn: "nobody",
    tone: "plaid",
    line: "Usually a few seconds",
  },
  ENABLE_UNKNOWN: {
    label: "No answer from Plaid about enabling",
    turn: "you",
    tone: "blocked",
    line: "The customer may be live. Check before trying again",
  },
  ACTIVE: { label: "Live in Production", turn: "nobody", tone: "done", line: "Full Production" },
  DENIED: {
    label: "Denied by Plaid",
    turn: "you",
    tone: "blocked",
    line: "Talk to your account manager. Sandbox keys still work",
  },
  REMOVED: { label: "Removed", turn: "nobody", tone: "neutral", line: "Its keys are deactivated" },
} as const satisfies Record<string, StatusDescription>;

/** Our statuses until Plaid knows the customer, Plaid's afterwards. One list for rows, filters and badges. */
export type CustomerStatus = keyof typeof dictionary;

export const customerStatuses = Object.keys(dictionary) as CustomerStatus[];

/** Plaid may invent statuses: an unknown one shows as its own code in sentence case. */
export function describeStatus(status: string): StatusDescription {
  if (Object.hasOwn(dictionary, status)) return dictionary[status as CustomerStatus];
  const line = "New status from Plaid";
  return { label: sentenceCase(status), turn: "plaid", tone: "neutral", line };
}

/** `ON_HOLD` and `on-hold` become "On hold": how a code nobody has named yet is shown. */
export function sentenceCase(code: string): string {
  const words = code.toLowerCase().replaceAll(/[_-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function statusesOfTurn(turn: Turn): CustomerStatus[] {
  return customerStatuses.filter((status) => dictionary[status].turn === turn);
}

/** Still ours to edit: nothing has been sent, or what was sent was refused. */
export function isDraft(status: string): boolean {
  return status === "DRAFT" || status === "READY" || status === "SUBMIT_FAILED";
}

/** The wizard leads here afterwards: sent, in any outcome that is not a refusal. */
export function isSent(status: string): boolean {
  return !isDraft(status);
}

export function canEnable(status: string): boolean {
  return status === "PENDING_ENABLEMENT";
}

/** Plaid refuses to remove a live customer; before it is sent there is nothing to remove at Plaid. */
export function canRemove(status: string): boolean {
  return ![
    "ACTIVE",
    "ENABLING",
    "ENABLE_UNKNOWN",
    "SUBMITTING",
    "SUBMIT_UNKNOWN",
    "REMOVED",
  ].includes(status);
}

/** One row of the list. Instants are ISO 8601. */
export type CustomerRow = {
  id: string;
  companyName: string;
  legalEntityName: string;
  clientId: string | null;
  status: string;
  statusSince: string;
  banksTotal: number;
  banksEnabled: number;
  banksAttention: number;
  updatedAt: string;
};

/** What the list is narrowed to; the address holds exactly this. */
export type CustomerFilter = {
  search: string;
  status: string | null;
  turn: Turn | null;
  after: string | null;
  before: string | null;
};

export type CustomerPage = {
  rows: CustomerRow[];
  /** Opaque keyset cursors; null when there is nothing on that side. */
  next: string | null;
  previous: string | null;
};

export type SecretKind = "sandbox" | "production";

export type SecretView = {
  kind: SecretKind;
  state: "held" | "revealed" | "not_held";
  receivedAt: string | null;
  revealedAt: string | null;
  revealedBy: string | null;
};

/** Head of every page of one customer. */
export type CustomerView = CustomerRow & {
  applicationName: string;
  website: string;
  createdAt: string;
  submittedAt: string | null;
  enabledAt: string | null;
  /** When Plaid last confirmed the status; null before it was sent. */
  checkedAt: string | null;
  /** The latest refusal or missing answer, in codes; the text is made where it is shown. */
  problem: PlaidProblem | null;
  /** Plaid no longer knows the client_id: removed elsewhere, or created in another environment. */
  missingAtPlaid: boolean;
};

/** First page of the portal. Instants are ISO 8601. */
export type OverviewView = {
  needsYou: CustomerRow[];
  /** How many customers have each status. */
  counts: StatusCounts;
  /** When Plaid last sent a genuine webhook; null when never. */
  lastWebhookAt: string | null;
};

export type StatusCounts = Record<string, number>;

export function countTurn(counts: StatusCounts, turn: Turn): number {
  return sum(Object.entries(counts).filter(([status]) => describeStatus(status).turn === turn));
}

export function countAll(counts: StatusCounts): number {
  return sum(Object.entries(counts));
}

/** How many the whole filtered list has, all pages together. */
export function countMatching(
  counts: StatusCounts,
  { status, turn }: Pick<CustomerFilter, "status" | "turn">,
): number {
  return sum(
    Object.entries(counts).filter(
      ([known]) =>
        (status === null || known === status) &&
        (turn === null || describeStatus(known).turn === turn),
    ),
  );
}

function sum(counts: [string, number][]): number {
  return counts.reduce((total, [, count]) => total + count, 0);
}

/** What Plaid was or will be sent, with the evidence that goes with it. */
export type SentDetails = {
  answers: Answers;
  /** People's names and addresses are hidden from this reader. */
  masked: boolean;
  logo: { sha256: string; bytes: number } | null;
  evidence: AttestationEvidence[];
};

export type EnableError =
  | { code: "not_found" }
  | { code: "not_ready"; status: string }
  | { code: "refused"; problem: PlaidProblem }
  /** Plaid did not answer; `status` is what it says now, null when it could not be asked either. */
  | { code: "unknown"; status: string | null };

export type RemoveError =
  | { code: "not_found" }
  | { code: "not_removable"; status: string }
  | { code: "refused"; problem: PlaidProblem };

export type CheckError =
  | { code: "not_found" }
  | { code: "not_sent" }
  /** Asked less than `waitSeconds` ago. */
  | { code: "too_soon"; waitSeconds: number }
  | { code: "refused"; problem: PlaidProblem };

export type RevealError = { code: "not_found" } | { code: "not_held" };

export type ActivityView = {
  id: string;
  at: string;
  actor: string;
  action: string;
  details: Record<string, string>;
};

/** Why a client_id found in Plaid's Dashboard was not attached to an unanswered submission. */
export type AdoptError =
  | { code: "not_found" }
  | { code: "not_unknown" }
  | { code: "unknown_client_id" }
  | { code: "other_customer"; plaidName: string }
  | { code: "attached_elsewhere" }
  | { code: "refused"; problem: PlaidProblem };

export type AbsentError =
  | { code: "not_found" }
  | { code: "not_unknown" }
  | { code: "too_early"; until: string }
  | { code: "name_differs" };

export type ActivityPage = {
  entries: ActivityView[];
  /** Opaque; null when there is nothing older. */
  older: string | null;
};
