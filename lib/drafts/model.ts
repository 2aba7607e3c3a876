import type { FieldValue } from "@/lib/answers/model";
import type { NameKey } from "@/lib/fields/model";
import type { Language } from "@/lib/languages/model";
import type { StoredLogo } from "@/lib/logos/model";
import type {
  AnswerStep,
  Answers,
  AttestationEvidence,
  AttestationKind,
  AttestationText,
  FieldErrors,
  PartnerDefaults,
  Step,
} from "@/lib/onboarding/model";
import type { PlaidProblem } from "@/lib/partner-api/model";
import type { TooMany } from "@/lib/rate-limits/model";
import type { Requirement } from "@/lib/requirements/model";
import type { Section } from "@/lib/sections/model";

/** What a step's form shows after it was sent: the same values again, and what is wrong. */
export type StepState<V> = {
  values: V;
  /** Of the answers the form was made from; sent back with it. */
  version: number;
  /** Names this opening of the page: what it typed before is no one else's change. */
  editor: string;
  errors: FieldErrors;
  warnings: FieldErrors;
  /** Somebody changed these too; nothing was overwritten, and a person chooses. */
  conflicts: Change[];
  /** A reason that is about no single field. */
  problem?: SaveStepProblem | { code: "signed_out" | "offline" | "outdated" };
};

/** What somebody else made of a field; `at` is ISO 8601. */
export type Change = {
  path: string;
  /** What the field is called; null for a choice that has no name. */
  name: NameKey | null;
  value: FieldValue;
  /** The reader in another window, somebody called `by`, or nobody knows who. */
  who: "you" | "other" | "unknown";
  by: string;
  at: string;
};

/** What became of a patch. */
export type SavedStep = {
  version: number;
  savedAt: string;
  complete: boolean;
  errors: FieldErrors;
  warnings: FieldErrors;
  /** Of both. */
  language: Language;
  /** Changed by others since the form was made, and not by this patch. */
  theirs: Change[];
  /** Changed by others and by this patch, which left them alone. */
  conflicts: Change[];
};

export type SaveStepProblem = { code: "not_found" } | { code: "already_sent"; status: string };

export type AttestError =
  | { code: "not_found" }
  | { code: "already_sent"; status: string }
  /** The customer, or a review, has it. */
  | { code: "not_ours"; status: string }
  | { code: "incomplete"; steps: AnswerStep[] }
  | { code: "not_ticked"; unticked: AttestationKind[] }
  /** The wording or an answer is another one than was on the screen. */
  | { code: "stale" };

/** What the confirmations' form shows after it was sent. */
export type AttestState = {
  values: { dueDiligence: boolean; bankAddendum: boolean };
  errors: FieldErrors;
  problem?: Exclude<AttestError, { code: "not_ticked" }>;
};

/** Plaid's last no, and the answer it is about. */
type Refusal = { problem: PlaidProblem; step: AnswerStep | null; field: string | null };

/** A step's answers in the form they are sent, and what is to be said about them. */
type CheckedView = { sent: object; errors: FieldErrors; warnings: FieldErrors };

/** One draft as the wizard shows it. */
export type OnboardingView = {
  id: string;
  status: string;
  companyName: string;
  answers: Answers;
  versions: Record<AnswerStep, number>;
  checks: Record<AnswerStep, CheckedView>;
  /** What still keeps it from being sent, and what is worth adding. */
  requirements: Requirement[];
  sections: Section[];
  /** Something was saved before. */
  started: boolean;
  /** Where to go on. */
  resume: Step;
  partner: PartnerDefaults;
  attestation: {
    texts: AttestationText[];
    evidence: AttestationEvidence[];
    payloadSha256: string | null;
    current: boolean;
  };
  logo: StoredLogo | null;
  problem: Refusal | null;
  /** What Plaid is sent, the logo by its hash; null while an answer is missing. */
  request: object | null;
};

export type SubmitError =
  | { code: "not_found" }
  | { code: "incomplete"; steps: AnswerStep[] }
  | { code: "not_attested" }
  | { code: "not_ours"; status: string }
  /** Two people are wanted, and nobody else has approved these answers. */
  | { code: "needs_approval" }
  | TooMany
  | { code: "already_sent"; status: string }
  | { code: "refused"; problem: PlaidProblem; step: AnswerStep | null; field: string | null }
  | { code: "unknown" };
