import { type FieldValue, fieldsOf, isWithin, patchBetween } from "@/lib/answers/model";
import type { OnboardingView } from "@/lib/drafts/model";
import { fieldAt, labelOf, type NameKey, stepTitles } from "@/lib/fields/model";
import rejections from "@/lib/languages/messages/en/staff/rejections.json";
import { type AnswerStep, type Answers, answerSteps } from "@/lib/onboarding/model";

export const decisions = ["approved", "changes_requested", "rejected"] as const;
export type Decision = (typeof decisions)[number];

/** Why an end customer is not taken on, for our own books; the customer is told in words. */
export const rejectionCodes = [
  "not_a_fit",
  "diligence",
  "duplicate",
  "withdrawn",
  "other",
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

export const rejectionLabels: Record<RejectionCode, string> = rejections;

/** Whether a field is one of those the customer was asked to change; "" opens its whole section. */
export function isOpenTo(path: string, open: string[]): boolean {
  return open.some((one) => one === "" || isWithin(path, one));
}

/** What a comment is about: a field, the fields of one contact, or with an empty path a whole section. */
export type Place = { step: AnswerStep; path: string };

/** Name of a place; undefined where there is nothing to comment on. */
export function placeName({ step, path }: Place): NameKey | undefined {
  if (path === "") return `sections.${step}`;
  if (step !== "contacts") return fieldAt(step, path)?.name;
  return path === "technical" || path === "billing" ? `people.${path}` : undefined;
}

/** The same for staff. */
export function placeLabel(place: Place): string | undefined {
  const name = placeName(place);
  return name && labelOf(name);
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

/** One remark as the team sees it. */
export type CommentView = Place & {
  id: string;
  body: string;
  internal: boolean;
  /** It went out with a decision, and stays as it is. */
  sent: boolean;
  by: string;
  at: string;
  /** This reader may take it back. */
  removable: boolean;
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

/** For how long somebody who began to review is shown as being at it. */
export const REVIEWING_MINUTES = 15;

export type Person = { id: string; name: string };

/** Who is at it right now; nobody is kept out by that. */
export type Reviewer = Person & { since: string };

export type LockError = { code: "not_found" } | { code: "not_in_review"; status: string };

export type AssignError = { code: "not_found" } | { code: "no_such_person" };

/** What the automatic checks look at, in the order they are shown. */
export const checkCodes = [
  "names",
  "addresses",
  "letters",
  "phone",
  "logo",
  "redirect_uris",
  "other",
] as const;
export type CheckCode = (typeof checkCodes)[number];

/** What was noticed. */
export type Remark =
  /** What was said about the answer while it was typed. */
  | { code: "said"; text: string }
  /** A mail domain that is sent in other letters. */
  | { code: "domain"; shown: string; sent: string }
  /** A word of a name, with letters of another script that look Latin. */
  | { code: "letters"; word: string; script: "cyrillic" | "greek"; letters: string[] }
  | { code: "transparent" }
  | { code: "no_logo" };

/** Something worth a second look, at a field. */
export type Finding = Place & { remark: Remark };

export type ReviewCheck = { code: CheckCode; findings: Finding[] };

export type QueueRow = {
  id: string;
  companyName: string;
  submittedBy: string;
  submittedAt: string;
  assignee: Person | null;
  reviewer: Reviewer | null;
  findings: number;
};

export type QueuePage = { rows: QueueRow[]; next: string | null; previous: string | null };

/** A decision of the past. */
export type PastReview = {
  id: string;
  decision: Decision;
  by: string;
  at: string;
  reasonCode: RejectionCode | null;
  reason: string;
};

/** Who typed a field last, by `keyOf` its place; null where nobody knows their name any more. */
export type Authors = Record<string, { by: string | null; at: string }>;

export type ReviewView = Pick<OnboardingView, "answers" | "checks" | "partner" | "logo"> & {
  id: string;
  companyName: string;
  status: string;
  submission: {
    id: string;
    by: string;
    email: string;
    at: string;
    reference: string;
    /** By an invited person whose link still works: what is asked goes to them. */
    toCustomer: boolean;
  };
  answersSha256: string;
  authors: Authors;
  /** Fields that are others than at the last decision, with what they were. */
  before: Record<string, FieldValue>;
  past: PastReview[];
  findings: ReviewCheck[];
  comments: CommentView[];
  /** Sections a question may be about. */
  asked: AnswerStep[];
  assignee: Person | null;
  reviewer: Reviewer | null;
  /** Who may review, this reader among them. */
  people: Person[];
  /** Two people are wanted, and this reader handed the answers in. */
  ownSubmission: boolean;
};

/** Under what a field or a place of a draft is kept and posted. */
export function keyOf({ step, path }: Place): string {
  return `${step}.${path}`;
}

export function placeOf(key: string): Place | undefined {
  const step = answerSteps.find((one) => key.startsWith(`${one}.`));
  return step && { step, path: key.slice(step.length + 1) };
}

/** One field that is another than it was. */
export type FieldChange = Place & {
  label: string;
  from: FieldValue | undefined;
  to: FieldValue;
  by: string | null;
  at: string | null;
};

/** What became of answers, field by field, and whose doing it is. */
export function changesBetween(shown: Answers, current: Answers, authors: Authors): FieldChange[] {
  return answerSteps.flatMap((step) => {
    const before = fieldsOf(shown[step]);
    return Object.entries(patchBetween(shown[step], current[step])).map(([path, to]) => {
      const author = authors[keyOf({ step, path })];
      const label = fieldAt(step, path)?.label ?? stepTitles[step];
      return {
        step,
        path,
        label,
        from: before[path],
        to,
        by: author?.by ?? null,
        at: author?.at ?? null,
      };
    });
  });
}

/** Where a comment about a row of the answers is pinned: one contact's fields belong together. */
export function placeOfRow(step: AnswerStep, path: string): Place {
  const [whose = path] = path.split(".");
  return { step, path: step === "contacts" ? whose : path };
}

/** Entries of the fields at a place, by their full paths within the step. */
export function entriesAt<T>(
  byKey: Record<string, T>,
  { step, path }: Place,
): (Place & { value: T })[] {
  return Object.entries(byKey).flatMap(([key, value]) => {
    const place = placeOf(key);
    const inside = place?.step === step && isWithin(place.path, path);
    return place && inside ? [{ ...place, value }] : [];
  });
}

/** Whether a second person stands behind answers. */
export type ApprovalView = {
  /** Of exactly these answers; `at` is ISO 8601. */
  approved: { by: string; at: string; yours: boolean } | null;
  /** Names of the colleagues who may approve, or send what this reader approved. */
  others: string[];
};
