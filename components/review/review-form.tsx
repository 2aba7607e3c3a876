"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { sendOnce } from "@/components/ui/send-once";
import type { Translate } from "@/lib/languages/model";
import {
  type CommentError,
  changesBetween,
  type DecideError,
  type ReviewView,
} from "@/lib/reviews/model";
import { ReviewedAnswers } from "./answers";
import { Changes } from "./changes";
import { DecisionBar } from "./decision-bar";
import { RejectInDialog } from "./reject";
import { explainComment, explainDecision } from "./texts";

/** What a reviewer has on the screen and decides about, however the answers go on. */
export type Shown = Pick<ReviewView, "answers" | "answersSha256"> & { submissionId: string };

type ReviewProblem =
  | { about: "decision"; error: DecideError }
  | { about: "comment"; key: string; error: CommentError }
  /** Words stand in a box, and nobody said who reads them. */
  | { about: "typed"; keys: string[] };

export type ReviewState = {
  shown: Shown;
  /** Comments that were typed and not added, by the key of their place. */
  typed: Record<string, string>;
  problem: ReviewProblem | null;
  /** A new array for each answer moves the focus. */
  errors: { href: string; message: string }[];
};

export type ReviewAction = (state: ReviewState, form: FormData) => Promise<ReviewState>;

const FORM_ID = "review";

/** Answers, comments and the decision are one form: whichever button is pressed, nothing typed is lost. */
export function ReviewForm({
  review,
  company,
  act,
  reject,
  children,
}: {
  review: ReviewView;
  /** What the customer is called. */
  company: string;
  act: ReviewAction;
  reject: ComponentProps<typeof RejectInDialog>["reject"];
  children: ReactNode;
}) {
  const [state, action, pending] = useActionState(act, {
    shown: shownOf(review),
    typed: {},
    problem: null,
    errors: [],
  });
  const comments = useTranslations("review.comments");
  const { shown, problem } = state;
  const open = review.status === "IN_REVIEW";
  const changes = changesBetween(shown.answers, review.answers, review.authors);
  const refused = problem?.about === "decision" && problem.error.code === "stale";
  const stale = changes.length > 0 || shown.submissionId !== review.submission.id;

  return (
    <>
      {problem && !refused && (
        <ErrorSummary errors={state.errors} problem={<Problem problem={problem} />} />
      )}
      {open && stale && (
        <Changes changes={changes} reload={`/review/${review.id}`} refused={refused} />
      )}
      <div className="grid gap-12 lg:grid-cols-3">
        <form
          id={FORM_ID}
          action={action}
          onSubmit={sendOnce(action, pending)}
          className="min-w-0 lg:col-span-2"
        >
          <input type="hidden" name="shown" value={JSON.stringify(shown)} />
          <ReviewedAnswers
            review={review}
            typed={open ? state.typed : null}
            errors={problem?.about === "comment" ? errorAt(problem, comments) : {}}
          />
        </form>
        <div className="flex min-w-0 flex-col gap-12">{children}</div>
      </div>
      {open && (
        <DecisionBar
          review={review}
          stale={stale}
          pending={pending}
          reject={
            <RejectInDialog
              id={review.id}
              company={company}
              seen={shown}
              reader={review.submission.toCustomer ? review.submission.by : null}
              reject={reject}
            />
          }
        />
      )}
    </>
  );
}

function shownOf({ answers, answersSha256, submission }: ReviewView): Shown {
  return { answers, answersSha256, submissionId: submission.id };
}

function errorAt(
  { key, error }: { key: string; error: CommentError },
  t: Translate<"review.comments">,
) {
  return { [key]: explainComment(error, t) };
}

function Problem({ problem }: { problem: ReviewProblem }) {
  const t = useTranslations("review.refusals");
  if (problem.about === "decision") return <p>{explainDecision(problem.error, t)}</p>;
  return problem.about === "typed" && <p>{t("typed")}</p>;
}
