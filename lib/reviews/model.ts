import { fieldAt } from "@/lib/fields/model";
import { type AnswerStep, stepTitles } from "@/lib/onboarding/model";

export const decisions = ["approved", "changes_requested", "rejected"] as const;
export type Decision = (typeof decisions)[number];

/** Why an end customer is not taken on, for our own books; the customer is told in words. */
const rejectionCodes = ["not_a_fit", "diligence", "duplicate", "withdrawn", "other"] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

/** Whether a field is one of those the customer was asked to change; "" opens its whole section. */
export function isOpenTo(path: string, open: string[]): boolean {
  return open.some((one) => one === "" || `${path}.`.startsWith(`${one}.`));
}

/** What a comment is about: a field, the fields of one contact, or with an empty path a whole section. */
export type Place = { step: AnswerStep; path: string };

const contacts: Record<string, string> = {
  technical: "Technical contact",
  billing: "Billing contact",
};

/** Name of a place for people; undefined where there is nothing to comment on. */
export function placeLabel({ step, path }: Place): string | undefined {
  if (path === "") return stepTitles[step];
  if (step === "contacts") return contacts[path];
  return fieldAt(step, path)?.label;
}

/** One remark the customer may read. `at` is ISO 8601. */
export type ApplicantComment = Place & {
  body: string;
  /** Name of the reviewer. */
  by: string;
  at: string;
  reviewId: string;
  /** It went out with the latest decision, so it may still be open. */
  latest: boolean;
};

export type CommentError =
  | { code: "not_found" }
  | { code: "not_in_review"; status: string }
  | { code: "empty" }
  | { code: "too_long" }
  /** The customer does not see this section. */
  | { code: "not_theirs" };

/** Ours: a question longer than this is a letter. */
export const COMMENT_LENGTH_MAX = 2_000;

export type DecideError =
  | { code: "not_found" }
  | { code: "not_in_review"; status: string }
  /** Answers changed, or were handed in again, after the page was opened. */
  | { code: "stale" }
  /** Two people are wanted, and this one handed the answers in. */
  | { code: "own_submission" }
  | { code: "nothing_asked" }
  /** Questions were written that this decision would leave behind. */
  | { code: "unsent_questions"; count: number }
  | { code: "no_reason" };

export type LockError = { code: "not_found" } | { code: "not_in_review"; status: string };
