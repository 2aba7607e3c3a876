import type { SignInAgain } from "@/lib/auth/model";
import type { Delivery } from "@/lib/mail/model";
import type { FieldErrors } from "@/lib/onboarding/model";
import type { SecretKind } from "@/lib/secrets/model";

export const LINK_DAYS = 7;

/** The form of a link as typed. */
export type HandoverValues = {
  name: string;
  email: string;
  language: string;
  kinds: SecretKind[];
};

export type HandoverProblem =
  | SignInAgain
  | { code: "not_found" }
  /** Of each field in words; `kinds` is there where no secret was chosen, and says no more. */
  | { code: "incorrect"; errors: FieldErrors }
  /** Shown, deleted or promised to somebody else meanwhile. */
  | { code: "not_held"; kind: SecretKind };

export type RevokeProblem = { code: "not_found" } | { code: "over" };

export type HandoverState = "sent" | "opened" | "locked" | "revoked" | "expired" | "revealed";

/** How a link stands, for the partner. Instants are ISO 8601. */
export type HandoverView = {
  id: string;
  kinds: SecretKind[];
  name: string;
  email: string;
  state: HandoverState;
  delivery: Delivery;
  createdBy: string;
  createdAt: string;
  expiresAt: string;
  /** First code that was asked for. */
  openedAt: string | null;
  codeGivenAt: string | null;
  lockedAt: string | null;
  revokedAt: string | null;
  revealedAt: string | null;
  /** IP address. */
  revealedFrom: string | null;
  storedAt: string | null;
};

/** What a link says about itself to whoever opens it. */
export type HandoverFacts = {
  company: string;
  sender: { name: string; email: string };
  /** Enough of the recipient's address to recognise it. */
  address: string;
  kinds: SecretKind[];
  expiresAt: string;
};

/** What the recipient is shown; `until` is when it is deleted, ISO 8601. */
export type HandedOver = {
  clientId: string;
  secrets: { kind: SecretKind; secret: string }[];
  until: string;
};

/** Unknown, revoked, over, locked and used links are one and the same to whoever opens them. */
type Ended = { code: "ended" };

export type SendCodeProblem =
  | Ended
  | { code: "too_many_starts" }
  | { code: "too_many_codes" }
  | { code: "too_soon" };

export type GiveCodeProblem =
  | Ended
  /** This browser asked for no code. */
  | { code: "needs_start" }
  | { code: "malformed" }
  | { code: "wrong"; triesLeft: number }
  /** That was the last try: the link is locked. */
  | { code: "locked" }
  /** Ten minutes old. */
  | { code: "over" };

export type ShowProblem = Ended | { code: "needs_start" } | { code: "not_openable" };
