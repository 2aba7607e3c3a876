import type { Route } from "next";
import type { ReactNode } from "react";
import { ArrowLeft } from "@/components/ui/icons";
import { TextLink } from "@/components/ui/text-link";
import { type Step, steps, stepTitles } from "@/lib/onboarding/model";

/** Head of every step: the way back, where one is, and the one heading. */
export function StepFrame({
  step,
  among = steps,
  companyName,
  back,
  children,
}: {
  step: Step;
  /** The pages there are. */
  among?: readonly Step[];
  companyName: string;
  back: Route;
  children: ReactNode;
}) {
  return (
    <div className="flex w-full flex-col gap-6">
      <TextLink href={back} className="self-start print:hidden">
        <ArrowLeft className="mr-1 inline" />
        Back
      </TextLink>
      <div>
        <p className="text-muted">
          Step {among.indexOf(step) + 1} of {among.length} – {stepTitles[step]}
        </p>
        <h1>{stepTitles[step]}</h1>
        {companyName && <p className="mt-1 text-muted">{companyName}</p>}
      </div>
      {children}
    </div>
  );
}
