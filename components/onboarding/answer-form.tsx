"use client";

import type { ReactNode } from "react";
import { Conflicts } from "./conflicts";
import { SaveProblem } from "./save-problem";
import { SaveStateLine } from "./save-state";
import { StepForm } from "./step-form";
import type { useStepForm } from "./use-step-form";

/** The form of a step whose answers are kept. */
export function AnswerForm({
  step,
  from,
  children,
  moreButtons,
}: {
  step: Pick<
    ReturnType<typeof useStepForm>,
    | "action"
    | "pending"
    | "summary"
    | "onSubmit"
    | "element"
    | "onInput"
    | "onBlur"
    | "saving"
    | "news"
    | "conflicts"
    | "settle"
  > & {
    state: Pick<ReturnType<typeof useStepForm>["state"], "version" | "editor" | "problem"> & {
      values: object;
    };
  };
  from: string | undefined;
  children: ReactNode;
  moreButtons?: ReactNode;
}) {
  const { version, editor, problem, values } = step.state;
  const stopped = step.saving.kind === "stopped" ? step.saving.problem : undefined;
  const wrong = problem ?? stopped;
  return (
    <>
      <SaveStateLine state={step.saving} news={step.news} />
      <StepForm
        form={step}
        hidden={{ version, editor, shown: JSON.stringify(values), from }}
        problem={wrong && <SaveProblem problem={wrong} />}
        moreButtons={moreButtons}
      >
        {step.conflicts.length > 0 && <Conflicts conflicts={step.conflicts} settle={step.settle} />}
        {children}
      </StepForm>
    </>
  );
}
