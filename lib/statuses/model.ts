import texts from "@/lib/languages/messages/en/staff/statuses.json";

/** Who has to act next. */
export const turns = ["you", "customer", "plaid", "nobody"] as const;
export type Turn = (typeof turns)[number];

export function isTurn(text: string): text is Turn {
  return (turns as readonly string[]).includes(text);
}

/** Colour family of a badge; it says whose turn it is, never the only sign of it. */
export type Tone = "neutral" | "you" | "customer" | "plaid" | "done" | "blocked";

/** What a status means to the people who look at it. */
export type StatusDescription = { label: string; turn: Turn; tone: Tone; line: string };

const meanings = {
  DRAFT: { turn: "you", tone: "neutral" },
  INVITED: { turn: "customer", tone: "customer" },
  CUSTOMER_EDITING: { turn: "customer", tone: "customer" },
  IN_REVIEW: { turn: "you", tone: "you" },
  CHANGES_REQUESTED: { turn: "customer", tone: "customer" },
  REJECTED: { turn: "nobody", tone: "neutral" },
  READY: { turn: "you", tone: "you" },
  SUBMITTING: { turn: "nobody", tone: "plaid" },
  SUBMIT_FAILED: { turn: "you", tone: "blocked" },
  SUBMIT_UNKNOWN: { turn: "you", tone: "blocked" },
  UNDER_REVIEW: { turn: "plaid", tone: "plaid" },
  MORE_INFORMATION_NEEDED: { turn: "you", tone: "you" },
  PENDING_ENABLEMENT: { turn: "you", tone: "you" },
  ENABLING: { turn: "nobody", tone: "plaid" },
  ENABLE_UNKNOWN: { turn: "you", tone: "blocked" },
  ACTIVE: { turn: "nobody", tone: "done" },
  DENIED: { turn: "you", tone: "blocked" },
  REMOVED: { turn: "nobody", tone: "neutral" },
} as const satisfies Record<keyof typeof texts.known, Pick<StatusDescription, "turn" | "tone">>;

/** Our statuses until Plaid knows the customer, Plaid's afterwards. One list for rows, filters and badges. */
export type CustomerStatus = keyof typeof meanings;

export const customerStatuses = Object.keys(meanings) as CustomerStatus[];

/** Plaid may invent statuses: an unknown one shows as its own code in sentence case. */
export function describeStatus(status: string): StatusDescription {
  if (isKnown(status)) return { ...texts.known[status], ...meanings[status] };
  return { label: sentenceCase(status), turn: "plaid", tone: "neutral", ...texts.unknown };
}

function isKnown(status: string): status is CustomerStatus {
  return Object.hasOwn(meanings, status);
}

/** `ON_HOLD` and `on-hold` become "On hold": how a code nobody has named yet is shown. */
export function sentenceCase(code: string): string {
  const words = code.toLowerCase().replaceAll(/[_-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function statusesOfTurn(turn: Turn): CustomerStatus[] {
  return customerStatuses.filter((status) => meanings[status].turn === turn);
}

const withCustomer: string[] = ["INVITED", "CUSTOMER_EDITING", "CHANGES_REQUESTED"];

/** Its answers can be typed: nothing has been sent, or what was sent was refused. */
export function isDraft(status: string): boolean {
  return isOurs(status) || isWithCustomer(status) || status === "IN_REVIEW";
}

/** A draft that waits for nobody else: its answers decide what it is called, and it may be sent. */
export function isOurs(status: string): boolean {
  return status === "DRAFT" || status === "READY" || status === "SUBMIT_FAILED";
}

/** An invited person is asked to type. */
export function isWithCustomer(status: string): boolean {
  return withCustomer.includes(status);
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
