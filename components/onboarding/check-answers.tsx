import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { SummaryList } from "@/components/ui/summary-list";
import { Time } from "@/components/ui/time";
import type { OnboardingView } from "@/lib/drafts/model";
import { type AnswerStep, type Step, stepTitles } from "@/lib/onboarding/model";
import { answerItems } from "./answer-items";
import { LogoPreview } from "./logo-preview";

const sections: AnswerStep[] = [
  "company",
  "contacts",
  "support",
  "products",
  "logo",
  "redirect-uris",
];

/** Everything that would be sent, with the way back to each answer. */
export function CheckAnswers({ view }: { view: OnboardingView }) {
  const { id, logo, attestation } = view;
  const items = answerItems(view);
  return (
    <div className="flex flex-col gap-8">
      {sections.map((step) => (
        <Section key={step} id={id} step={step}>
          {step === "logo" && logo && <LogoPreview {...logo} />}
          <SummaryList items={items[step]} />
        </Section>
      ))}
      <Section id={id} step="attestations">
        <SummaryList
          items={attestation.texts.map(({ kind, title }) => ({
            term: title,
            value: <Evidence of={attestation.evidence.find((one) => one.kind === kind)} />,
          }))}
        />
      </Section>
    </div>
  );
}

function Section({ id, step, children }: { id: string; step: Step; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2>{stepTitles[step]}</h2>
        <Link
          href={`/onboardings/${id}/${step}?from=check` as Route}
          className="inline-block py-1 text-primary underline underline-offset-4"
        >
          Change {stepTitles[step]}
        </Link>
      </div>
      {children}
    </section>
  );
}

function Evidence({ of }: { of: OnboardingView["attestation"]["evidence"][number] | undefined }) {
  if (!of) return "Not confirmed";
  const { confirmedBy, confirmedAt, textVersion, current } = of;
  return (
    <>
      {current ? "Confirmed" : "An answer changed since. Confirmed"} by {confirmedBy},{" "}
      <Time at={confirmedAt} />, version {textVersion}
    </>
  );
}
