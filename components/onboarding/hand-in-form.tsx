"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { PendingForm } from "@/components/acts/pending-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { joinLabels, stepTitles } from "@/lib/fields/model";
import type { Translate } from "@/lib/languages/model";
import { describeStatus } from "@/lib/statuses/model";
import type { SubmitForReviewError } from "@/lib/submissions/model";

/** Null until it was refused. A new array for each answer moves the focus. */
export type HandInState = { error: SubmitForReviewError; errors: [] } | null;

export type HandInAction = (state: HandInState, form: FormData) => Promise<HandInState>;

/** Gives the draft to whoever approves it. */
export function HandInForm({ handIn }: { handIn: HandInAction }) {
  const t = useTranslations("wizard.handIn");
  const [state, action, pending] = useActionState(handIn, null);
  return (
    <div className="flex flex-col gap-4">
      {state && <ErrorSummary errors={state.errors} problem={<p>{explain(state.error, t)}</p>} />}
      <PendingForm {...{ action, pending }} label={t("label")} busy={t("busy")} variant="primary" />
    </div>
  );
}

function explain(error: SubmitForReviewError, t: Translate<"wizard.handIn">): string {
  switch (error.code) {
    case "not_found":
      return t("unsubmitted.not_found");
    case "already_sent":
      return t("unsubmitted.already_sent", { status: describeStatus(error.status).label });
    case "incomplete": {
      const sections = joinLabels(error.steps.map((step) => stepTitles[step]));
      return t("unsubmitted.incomplete", { sections });
    }
    default:
      return t("unsubmitted.other");
  }
}
