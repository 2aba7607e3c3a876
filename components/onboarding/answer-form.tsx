"use client";

import type { ComponentProps, ReactNode } from "react";
import type { StepState } from "@/lib/drafts/model";
import { SaveProblem } from "./save-problem";
import { StepForm } from "./step-form";

/** The form of a step whose answers are kept. */
export function AnswerForm({
  step,
  from,
  children,
  moreButtons,
}: {
  step: ComponentProps<typeof StepForm>["form"] & {
    state: { version: number; problem?: StepState<unknown>["problem"] };
  };
  from: string | undefined;
  children: ReactNode;
  moreButtons?: ReactNode;
}) {
  const { version, problem } = step.state;
  return (
    <StepForm
      form={step}
      hidden={{ version, from }}
      problem={problem && <SaveProblem problem={problem} />}
      moreButtons={moreButtons}
    >
      {children}
    </StepForm>
  );
}
