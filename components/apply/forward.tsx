"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { toSummary } from "@/components/onboarding/form-errors";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { sendOnce } from "@/components/ui/send-once";
import type { ForwardInput, ForwardProblem } from "@/lib/applicants/model";
import type { AnswerStep } from "@/lib/onboarding/model";

export type ForwardState = {
  values: ForwardInput;
  problem?: ForwardProblem | { code: "signed_out" };
};

const blank: ForwardInput = { name: "", email: "", steps: [] };

/** Asks a colleague for some of one's own sections. */
export function ForwardForm({
  steps,
  forward,
}: {
  steps: AnswerStep[];
  forward: (state: ForwardState, form: FormData) => Promise<ForwardState>;
}) {
  const t = useTranslations("apply.forward");
  const fields = useTranslations("fields.sections");
  const [state, action, pending] = useActionState(forward, { values: blank });
  const { values, problem } = state;
  const errors = problem?.code === "incomplete" ? problem.errors : {};

  return (
    <form
      action={action}
      onSubmit={sendOnce(action, pending)}
      noValidate
      className="flex flex-col gap-6"
    >
      {problem && (
        <ErrorSummary
          errors={toSummary(errors, blank)}
          problem={problem.code !== "incomplete" && <p>{t(problem.code)}</p>}
        />
      )}
      <Field
        label={t("name")}
        name="name"
        autoComplete="off"
        defaultValue={values.name}
        error={errors.name}
      />
      <Field
        label={t("email")}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        defaultValue={values.email}
        error={errors.email}
      />
      <Fieldset id="steps" legend={t("steps")} look="label" className="gap-3" error={errors.steps}>
        {steps.map((step) => (
          <CheckboxField
            key={step}
            id={`steps-${step}`}
            name="steps"
            value={step}
            label={fields(step)}
            defaultChecked={values.steps.includes(step)}
          />
        ))}
      </Fieldset>
      <Button aria-disabled={pending} className="min-w-32 self-start">
        {t(pending ? "sending" : "send")}
      </Button>
    </form>
  );
}
