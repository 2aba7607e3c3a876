"use client";

import { useTranslations } from "next-intl";
import type { FormEvent, ReactNode, Ref } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { SummaryItem } from "./form-errors";

type Form = {
  action: (form: FormData) => void;
  pending: boolean;
  summary: SummaryItem[];
  since?: object;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  element?: Ref<HTMLFormElement>;
  onInput?: () => void;
  onBlur?: () => void;
};

/** What every step's form has around its fields. */
export function StepForm({
  form: { action, pending, summary, since, onSubmit, element, onInput, onBlur },
  problem,
  hidden,
  children,
  moreButtons,
}: {
  form: Form;
  /** A reason that is about no single field. */
  problem?: ReactNode;
  hidden: Record<string, string | number | undefined>;
  children: ReactNode;
  /** After Continue, so that Enter never presses one of them. */
  moreButtons?: ReactNode;
}) {
  const t = useTranslations("steps.form");
  return (
    <form
      ref={element}
      action={action}
      onSubmit={onSubmit}
      onInput={onInput}
      onBlur={onBlur}
      noValidate
      className="flex flex-col gap-6"
    >
      {(summary.length > 0 || problem) && (
        <ErrorSummary errors={summary} since={since} problem={problem} />
      )}
      {Object.entries(hidden).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="continue" aria-disabled={pending} className="min-w-32">
          {t(pending ? "saving" : "continue")}
        </Button>
        <Button name="intent" value="exit" variant="secondary" aria-disabled={pending}>
          {t("exit")}
        </Button>
        {moreButtons}
      </div>
    </form>
  );
}
