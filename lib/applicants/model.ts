import type { StoredLogo } from "@/lib/logos/model";
import type { AnswerStep, Answers, FieldErrors } from "@/lib/onboarding/model";
import type { Section } from "@/lib/sections/model";

/** What a link says about itself to whoever opens it. */
export type LinkFacts = {
  /** Who invited: one of the partner's people, or the colleague who passed a section on. */
  sender: { name: string; email: string };
  forwarded: boolean;
  /** Enough of the invited address to recognise it. */
  address: string;
  steps: AnswerStep[];
  acceptsAddendum: boolean;
  /** ISO 8601, as all instants here. */
  expiresAt: string;
  /** This browser gave a code before. */
  returning: boolean;
  /** The code it waits for is too old, or was tried too often. */
  codeOver: boolean;
};

export type StartProblem =
  | { code: "unknown" }
  | { code: "expired" }
  /** From one network within a minute, or for one link within a quarter of an hour. */
  | { code: "too_many_starts" }
  | { code: "too_many_codes" };

export type CodeProblem =
  | { code: "unknown" }
  | { code: "expired" }
  /** This browser asked for no code, or another request used it. */
  | { code: "needs_start" }
  | { code: "malformed" }
  | { code: "wrong"; triesLeft: number }
  /** Ten minutes old, or tried too often. */
  | { code: "over" };

export type ResendProblem = StartProblem | { code: "needs_start" } | { code: "too_soon" };

export type RenewProblem = { code: "unknown" } | { code: "too_many" };

/** What the reviewer wants changed: a field, one contact, or with an empty path a whole section. */
export type ChangeRequest = { step: AnswerStep; path: string; body: string };

/** A section passed on to a colleague. */
export type Forwarded = {
  id: string;
  name: string;
  email: string;
  steps: AnswerStep[];
  state: "sent" | "opened" | "done";
};

/** `sha256`: of the body, names filled in. */
export type Addendum = {
  version: number;
  title: string;
  body: string;
  sha256: string;
  publishedAt: string;
};

export type Receipt = {
  reference: string;
  at: string;
  name: string;
  /** The accepted wording, where accepting was asked. */
  addendum: { version: number; text: string } | null;
};

/** How one of this person's sections stands, and what it lacks by name. */
export type OwnSection = Pick<Section, "step" | "state" | "missing">;

type CheckedView = { sent: object; errors: FieldErrors; warnings: FieldErrors };

/** An application as its invited person may see it: nothing of other sections, customers or people. */
export type ApplicationView = {
  /** `over`: with the partner or at Plaid, without this person having submitted. */
  phase: "filling" | "changes" | "submitted" | "over";
  /** The partner's last word, where there is one. */
  decision: { code: "approved" | "rejected"; reason: string } | null;
  partner: string;
  /** Empty where the company is not this person's section, or not named yet. */
  companyName: string;
  steps: AnswerStep[];
  /** Blank where a section is not this person's. */
  answers: Answers;
  versions: Record<AnswerStep, number>;
  checks: Record<AnswerStep, CheckedView>;
  sections: OwnSection[];
  /** Of the latest review, while changes are wanted. */
  requests: ChangeRequest[];
  amountRequired: boolean;
  /** Plaid wants support information of its own; else it shows the partner's where none is given. */
  supportMandatory: boolean;
  logo: StoredLogo | null;
  /** To be accepted on submitting; null where that is not this person's part. */
  addendum: Addendum | null;
  receipt: Receipt | null;
  /** This person was passed a section: it finishes, but does not submit. */
  forwarded: boolean;
  /** When it said that it was done. */
  doneAt: string | null;
  forwards: Forwarded[];
};

export type ForwardInput = { name: string; email: string; steps: AnswerStep[] };

export type ForwardProblem =
  | { code: "incomplete"; errors: FieldErrors }
  | { code: "already_sent"; status: string }
  | { code: "not_found" }
  | { code: "too_many" };
