import { may, type Reader, type SignInAgain } from "@/lib/auth/model";
import type { Answers, AttestationEvidence } from "@/lib/onboarding/model";
import type { PlaidProblem } from "@/lib/partner-api/model";
import type { Requirement } from "@/lib/requirements/model";
import { isDraft, type Turn } from "@/lib/statuses/model";

/** One row of the list. Instants are ISO 8601. */
export type CustomerRow = {
  id: string;
  companyName: string;
  legalEntityName: string;
  clientId: string | null;
  status: string;
  turn: Turn;
  statusSince: string;
  banksTotal: number;
  banksEnabled: number;
  banksAttention: number;
  /** Codes of Plaid's products; none where it has the partner's own. */
  products: string[];
  /** Whose customer it is, by name. */
  owner: string | null;
  updatedAt: string;
  /** Of a draft that nobody works on, within a month: when it is deleted. */
  deletesAt: string | null;
  /** The first thing to know: what is missing, or how it stands. */
  line: string;
  /** What to do about it; null when it is somebody else's turn. */
  action: Requirement["action"];
  home: CustomerHome;
};

/** How many customers the search of the frame shows. */
export const FOUND_MAX = 8;

/** A customer in the search of the frame. */
export type FoundCustomer = Pick<
  CustomerRow,
  "id" | "companyName" | "legalEntityName" | "status" | "line" | "home"
>;

type CustomerHome = `/${"review" | "onboardings" | "customers"}/${string}`;

/** Where a customer is worked on, as far as this reader may. */
export function homeOf(
  { id, status }: { id: string; status: string },
  reader: Reader,
): CustomerHome {
  if (status === "IN_REVIEW" && may(reader, "onboarding.review")) return `/review/${id}`;
  if (isDraft(status) && may(reader, "onboarding.edit")) return `/onboardings/${id}`;
  return `/customers/${id}`;
}

export type CustomerPage = {
  rows: CustomerRow[];
  /** How many the whole filtered list has; with `more`, at least so many. */
  matching: { count: number; more: boolean };
  /** Opaque keyset cursors; null when there is nothing on that side. */
  next: string | null;
  previous: string | null;
  /** The page may be short: what was looked through for it ended before it was full. */
  windowEnded: boolean;
};

/** Head of every page of one customer. */
export type CustomerView = CustomerRow & {
  /** SHA-256 of its logo; empty when there is none. */
  logo: string;
  applicationName: string;
  website: string;
  createdAt: string;
  submittedAt: string | null;
  enabledAt: string | null;
  /** When Plaid last confirmed the status; null before it was sent. */
  checkedAt: string | null;
  /** When its people's data was erased. */
  erasedAt: string | null;
  /** The latest refusal or missing answer, in codes; the text is made where it is shown. */
  problem: PlaidProblem | null;
  /** Plaid no longer knows the client_id: removed elsewhere, or created in another environment. */
  missingAtPlaid: boolean;
  requirements: Requirement[];
};

/** The answers people look up most. */
export type FactsView = {
  /** Empty while unknown. */
  countryCode: string;
  website: string;
  /** Null where it has whatever the partner has. */
  products: string[] | null;
  /** Without an address where the partner's own stands in. */
  contacts: { role: "technical" | "billing" | "support"; name: string; email: string }[];
  /** Whose customer it is. */
  owner: { id: string; name: string } | null;
  /** People's names and addresses are hidden from this reader. */
  masked: boolean;
};

/** How many customers have each status at each turn. */
export type CustomerCounts = { turn: Turn; status: string; count: number }[];

/** How many a turn, a status or both leave; with neither, all of them. */
export function countMatching(
  counts: CustomerCounts,
  { turn = null, status = null }: { turn?: Turn | null; status?: string | null } = {},
): number {
  return counts
    .filter((one) => (turn ?? one.turn) === one.turn && (status ?? one.status) === one.status)
    .reduce((total, { count }) => total + count, 0);
}

/** The answers as they stand, and what Plaid was sent of them. Instants are ISO 8601. */
export type SentDetails = {
  answers: Answers;
  /** People's names and addresses are hidden from this reader. */
  masked: boolean;
  logo: { sha256: string; bytes: number } | null;
  evidence: (AttestationEvidence & { text: string })[];
  /** Exactly what was sent; null before, and where it was created outside this portal. */
  sent: SentSnapshot | null;
  /** Who recorded a later change of an answer, by step and path. */
  recorded: Record<string, { by: string; at: string }>;
};

export type SentSnapshot = {
  at: string;
  by: string;
  payloadSha256: string;
  requestId: string | null;
  answers: Answers;
  /** The answers as they were hashed; null for who may not see people. */
  json: string | null;
};

/** Who stands behind enabling a customer, where the partner wants two people for it. */
export type EnablingView = {
  twoPeople: boolean;
  /** The first one's wish, while it waits for the second. `at` is ISO 8601. */
  wish: { by: string; at: string; yours: boolean } | null;
};

export type EnableError =
  | SignInAgain
  | { code: "not_found" }
  | { code: "not_ready"; status: string }
  | { code: "refused"; problem: PlaidProblem }
  /** Plaid did not answer; `status` is what it says now, null when it could not be asked either. */
  | { code: "unknown"; status: string | null };

export type RemoveError =
  | SignInAgain
  | { code: "not_found" }
  | { code: "not_removable"; status: string }
  | { code: "refused"; problem: PlaidProblem };

export type CheckError =
  | { code: "not_found" }
  | { code: "not_sent" }
  /** Asked less than `waitSeconds` ago. */
  | { code: "too_soon"; waitSeconds: number }
  | { code: "refused"; problem: PlaidProblem };

/** Why a client_id found in Plaid's Dashboard was not attached to an unanswered submission. */
export type AdoptError =
  | { code: "not_found" }
  | { code: "not_unknown" }
  | { code: "unknown_client_id" }
  | { code: "other_customer"; plaidName: string }
  | { code: "attached_elsewhere" }
  | { code: "refused"; problem: PlaidProblem };

export type AbsentError =
  | SignInAgain
  | { code: "not_found" }
  | { code: "not_unknown" }
  | { code: "too_early"; until: string }
  | { code: "name_differs" };
