import type { Delivery } from "@/lib/mail/model";
import type { AnswerStep, FieldErrors } from "@/lib/onboarding/model";

/** Who is asked for a section. */
export const fillers = ["us", "customer", "either"] as const;
export type Filler = (typeof fillers)[number];

export type Fillers = Partial<Record<AnswerStep, Filler>>;

/** How long a link works, in days. */
export const lifetime = { usual: 14, min: 1, max: 90 };

export const MESSAGE_LENGTH_MAX = 500;

/** The form of an invitation as typed; an empty `dueOn` is no due date. */
export type InviteValues = {
  name: string;
  email: string;
  fillers: Record<AnswerStep, Filler>;
  acceptsAddendum: boolean;
  message: string;
  dueOn: string;
  lifetimeDays: string;
  language: string;
};

/** What the form shows after it was sent: the same values again, what is wrong, and the mail they make. */
export type InviteState = {
  values: InviteValues;
  errors: FieldErrors;
  warnings: FieldErrors;
  preview: MailPreview | null;
  /** A reason that is about no single field. */
  problem?:
    | Exclude<InviteProblem, { code: "incorrect" }>
    | { code: "signed_out" }
    | { code: "offline" | "outdated" };
};

export type MailPreview = { to: string; subject: string; text: string };

/** The form for another address, after it was sent. */
export type AddressState = {
  values: { email: string };
  errors: FieldErrors;
  problem?: LinkProblem;
};

/** A draft is invited to as long as nobody has to decide about it. */
type DraftProblem =
  | { code: "not_found" }
  | { code: "already_sent"; status: string }
  /** Its answers were handed in and wait for a decision. */
  | { code: "in_review" };

export type InviteProblem = DraftProblem | { code: "incorrect"; errors: FieldErrors };

/** Why a link was left as it is. */
export type LinkProblem =
  | { code: "not_found" }
  | { code: "revoked" }
  /** Nobody is asked to type any more. */
  | { code: "not_with_customer"; status: string };

/** Why a customer was not reminded now. */
export type ReminderError =
  | { code: "not_found" }
  | { code: "not_with_customer"; status: string }
  /** No link of the partner's stands. */
  | { code: "not_invited" }
  /** A mail went out less than a day ago. `at` is ISO 8601. */
  | { code: "mailed_lately"; at: string };

export type AddressProblem = LinkProblem | { code: "incorrect"; errors: FieldErrors };

/** How far the invited person has come. */
export type InvitationState = "sent" | "opened" | "active" | "submitted" | "expired" | "revoked";

/** One link as staff see it. Instants are ISO 8601. */
export type InvitationView = {
  id: string;
  /** Hidden from people who may not see contacts, as is the address. */
  name: string;
  email: string;
  steps: AnswerStep[];
  acceptsAddendum: boolean;
  state: InvitationState;
  /** Of the latest mail with the link. */
  delivery: Delivery;
  sentAt: string;
  expiresAt: string;
  openedAt: string | null;
  activeAt: string | null;
  submittedAt: string | null;
  revokedAt: string | null;
  dueOn: string | null;
  /** Null for people who may not invite, and where it works no more. */
  link: string | null;
  /** What its reader passed on. */
  forwarded: InvitationView[];
};

/** How a draft stands that the customer, or a review, has in hand. Instants are ISO 8601. */
export type Standing = {
  /** The latest link of the partner's that was not revoked. */
  invitation: {
    email: string;
    sentAt: string;
    expiresAt: string;
    /** Why its latest mail reached nobody; null while nothing is known against it. */
    undelivered: "refused" | "not_configured" | "failed" | null;
  } | null;
  /** Last time anybody of the customer's typed. */
  activeAt: string | null;
  /** `name` null where it is not shown to this reader. */
  submission: { name: string | null; at: string } | null;
  /** Remarks the customer was asked to act on. */
  toFix: number;
};
