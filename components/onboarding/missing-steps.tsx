import type { Route } from "next";
import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { type Step, stepTitles } from "@/lib/onboarding/model";

/** Shown instead of the confirmations: they are about answers that must exist first. */
export function MissingFirst({ id, steps }: { id: string; steps: Step[] }) {
  return (
    <Banner tone="you" title="Cannot start yet">
      <p>You confirm exactly what is sent to Plaid. Complete these first:</p>
      <MissingSteps id={id} steps={steps} />
    </Banner>
  );
}

export function MissingSteps({ id, steps, from }: { id: string; steps: Step[]; from?: Step }) {
  return (
    <ul className="flex flex-col gap-1">
      {steps.map((step) => (
        <li key={step}>
          <Link
            href={`/onboardings/${id}/${step}${from ? `?from=${from}` : ""}` as Route}
            className="inline-block py-0.5 underline underline-offset-4"
          >
            {stepTitles[step]}
          </Link>
        </li>
      ))}
    </ul>
  );
}
