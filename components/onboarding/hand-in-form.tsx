"use client";

import { useActionState } from "react";
import { PendingForm } from "@/components/acts/pending-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { joinLabels, stepTitles } from "@/lib/fields/model";
import { describeStatus } from "@/lib/statuses/model";
import type { SubmitForReviewError } from "@/lib/submissions/model";

/** Null until it was refused. A new array for each answer moves the focus. */
export type HandInState = { error: SubmitForReviewError; errors: [] } | null;

export type HandInAction = (state: HandInState, form: FormData) => Promise<HandInState>;

/** Gives the draft to whoever approves it. */
export function HandInForm({ handIn }: { handIn: HandInAction }) {
  const [state, action, pending] = useActionState(handIn, null);
  return (
    <div className="flex flex-col gap-4">
      {state && <ErrorSummary errors={state.errors} problem={<p>{explain(state.error)}</p>} />}
      <PendingForm
        {...{ action, pending }}
        label="Submit for review"
        busy="Submitting…"
        variant="primary"
      />
    </div>
  );
}

function explain(error: SubmitForReviewError): string {
  switch (error.code) {
    case "not_found":
      return "Nothing was submitted: this end customer is not here any more.";
    case "already_sent":
      return `Nothing was submitted: it stands at “${describeStatus(error.status).label}”.`;
    case "incomplete":
      return `Nothing was submitted: complete ${joinLabels(error.steps.map((step) => stepTitles[step]))} first.`;
    default:
      return "Nothing was submitted. Load the page again and look once more.";
  }
}
