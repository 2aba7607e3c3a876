"use client";

import type { ReactNode } from "react";
import { Conflicts } from "./conflicts";
import type { Guest } from "./guest";
import { SaveProblem } from "./save-problem";
import { SaveStateLine } from "./save-state";
import { StepForm } from "./step-form";
import type { useStepForm } from "./use-step-form";

type Form = Omit<ReturnType<typeof useStepForm>, "state" | "form" | "field" | "follow"> & {
  state: Pick<ReturnType<typeof useStepForm>["state"], "version" | "editor" | "problem"> & {
    values: object;
  };
};

/** The form of a step whose answers are kept, and who will see them. */
export function AnswerForm({
  step,
  from,
  guest,
  aside,
  children,
  moreButtons,
}: {
  step: Form;
  guest: Guest | undefined;
  from: string | undefined;
  aside: ReactNode;
  children: ReactNode;
  moreButtons?: ReactNode;
}) {
  const { version, editor, problem, values } = step.state;
  const stopped = step.saving.kind === "stopped" ? step.saving.problem : undefined;
  const wrong = problem ?? stopped;
  return (
    <div className="grid gap-x-12 gap-y-6 max-lg:-mt-4 lg:grid-cols-[minmax(0,--theme(--container-form))_minmax(14rem,20rem)]">
      <div className="flex min-w-0 flex-col gap-6">
        <SaveStateLine state={step.saving} news={step.news} guest={guest} />
        <StepForm
          form={step}
          hidden={{ version, editor, shown: JSON.stringify(values), from }}
          problem={wrong && <SaveProblem problem={wrong} guest={guest} />}
          moreButtons={moreButtons}
        >
          {step.conflicts.length > 0 && (
            <Conflicts conflicts={step.conflicts} settle={step.settle} />
          )}
          {children}
        </StepForm>
      </div>
      {aside}
    </div>
  );
}
