import type { AnswerStep } from "@/lib/onboarding/model";

export type SubmitForReviewError =
  | { code: "not_found" }
  /** It is not with the one who submits it any more. */
  | { code: "already_sent"; status: string }
  | { code: "incomplete"; steps: AnswerStep[] }
  | { code: "addendum_not_accepted" }
  /** Another wording of the addendum than was on the screen. */
  | { code: "stale" };
