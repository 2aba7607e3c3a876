import { ArrowLeft } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { type Step, steps, stepTitles } from "@/lib/onboarding/model";

/** Head of every step: the way back, where one is, and the one heading. */
export function StepFrame({
  step,
  companyName,
  back,
  children,
}: {
  step: Step;
  companyName: string;
  back: Route;
  children: ReactNode;
}) {
  return (
    <div className="flex w-full flex-col gap-6">
      <Link
        href={back}
        className="inline-flex min-h-8 items-center gap-1 self-start text-primary underline underline-offset-4"
      >
        <ArrowLeft aria-hidden="true" size={16} />
        Back
      </Link>
      <div>
        <p className="text-muted">
          Step {steps.indexOf(step) + 1} of {steps.length} – {stepTitles[step]}
        </p>
        <h1>{stepTitles[step]}</h1>
        {companyName && <p className="mt-1 text-muted">{companyName}</p>}
      </div>
      {children}
    </div>
  );
}
