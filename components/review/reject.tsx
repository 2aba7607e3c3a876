"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Outcome } from "@/components/acts/outcome";
import { PendingForm } from "@/components/acts/pending-form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ErrorSummary, itemsOf } from "@/components/ui/error-summary";
import { SelectField, TextAreaField } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Translate } from "@/lib/languages/model";
import { type DecideError, rejectionCodes, rejectionLabels } from "@/lib/reviews/model";
import { explainDecision } from "./texts";

export type RejectState = {
  reasonCode: string;
  reason: string;
  error: DecideError | null;
  /** Counts answers that end the question, whatever was typed. */
  closed: number;
};

type Props = {
  id: string;
  company: string;
  /** The answers this is about. */
  seen: { submissionId: string; answersSha256: string };
  /** The name of whoever is told. */
  reader: string | null;
  reject: (state: RejectState, form: FormData) => Promise<RejectState>;
};

const untouched: RejectState = { reasonCode: "", reason: "", error: null, closed: 0 };

/** The button and the question over the page; without JavaScript the button leads to a page. */
export function RejectInDialog(props: Props) {
  const { id, company, seen, reject } = props;
  const t = useTranslations("review.reject");
  const hydrated = useHydrated();
  const [state, action, pending] = useActionState(reject, untouched);
  if (!hydrated) {
    return (
      <form action={`/review/${id}/reject`}>
        <Seen {...seen} />
        <Button variant="secondary">{t("reject")}</Button>
      </form>
    );
  }
  return (
    <>
      {state.closed > 0 && state.error && <Failure key={state.closed} error={state.error} />}
      <ConfirmDialog
        key={`dialog ${state.closed}`}
        trigger={t("reject")}
        triggerVariant="secondary"
        title={t("question", { customer: company })}
        safeLabel={t("notNow")}
        confirm={(safe) => (
          <PendingForm
            {...{ action, pending, safe }}
            label={t("reject")}
            busy={t("rejecting")}
            variant="danger"
          >
            <RejectFields {...props} state={state} />
          </PendingForm>
        )}
      >
        <Consequences {...props} />
      </ConfirmDialog>
    </>
  );
}

/** The same question as a page of its own. */
export function RejectOnPage(props: Props) {
  const { id, reject } = props;
  const t = useTranslations("review.reject");
  const [state, action, pending] = useActionState(reject, untouched);
  const safe = (
    <ButtonLink variant="secondary" href={`/review/${id}`}>
      {t("notNow")}
    </ButtonLink>
  );
  return (
    <div className="flex max-w-reading flex-col items-start gap-6">
      {state.error && state.error.code !== "no_reason" && <Failure error={state.error} />}
      <Consequences {...props} />
      <PendingForm
        {...{ action, pending, safe }}
        label={t("reject")}
        busy={t("rejecting")}
        variant="danger"
      >
        <RejectFields {...props} state={state} />
      </PendingForm>
    </div>
  );
}

function Failure({ error }: { error: DecideError }) {
  const t = useTranslations("review.reject");
  const refusals = useTranslations("review.refusals");
  return <Outcome title={t("refused")} text={explainDecision(error, refusals)} />;
}

function Consequences({ reader }: Props) {
  const t = useTranslations("review.reject");
  return <p>{reader ? t("consequencesTold", { name: reader }) : t("consequences")}</p>;
}

function RejectFields({ seen, reader, state }: Props & { state: RejectState }) {
  const t = useTranslations("review.reject");
  const errors = state.error?.code === "no_reason" ? missingOf(state, t) : {};
  const summary = itemsOf(errors);
  return (
    <div className="flex flex-col gap-4">
      {summary.length > 0 && <ErrorSummary errors={summary} />}
      <Seen {...seen} />
      <SelectField
        label={t("reason")}
        name="reasonCode"
        hint={t("forTeam")}
        defaultValue={state.reasonCode}
        error={errors.reasonCode}
      >
        <option value="">{t("chooseOne")}</option>
        {rejectionCodes.map((code) => (
          <option key={code} value={code}>
            {rejectionLabels[code]}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        label={t("words")}
        name="reason"
        hint={reader ? t("reads", { name: reader }) : undefined}
        defaultValue={state.reason}
        rows={4}
        maxLength={2_000}
        error={errors.reason}
      />
    </div>
  );
}

function missingOf({ reasonCode, reason }: RejectState, t: Translate<"review.reject">) {
  return {
    ...(reasonCode === "" && { reasonCode: t("errors.reasonCode") }),
    ...(reason.trim() === "" && { reason: t("errors.reason") }),
  };
}

function Seen({ submissionId, answersSha256 }: Props["seen"]) {
  return (
    <>
      <input type="hidden" name="submission" value={submissionId} />
      <input type="hidden" name="answers" value={answersSha256} />
    </>
  );
}
