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
  REJECTED: {
    label: "Rejected",
    turn: "nobody",
    tone: "neutral",
    line: "Not taken on. Its answers are kept",
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
