import { Section } from "@/components/ui/section";
import { SummaryList } from "@/components/ui/summary-list";
import { PageLink } from "@/components/ui/text-link";
import type { OnboardingView } from "@/lib/drafts/model";
import { inSentence } from "@/lib/fields/model";
import { answerSteps, type Step, stepTitles } from "@/lib/onboarding/model";
import { answerRows } from "./answer-rows";
import { AnswerValues } from "./answer-values";
import { Attested } from "./attested";
import { LogoPreview } from "./logo-preview";

/** Everything exactly as it would be sent, with the way back to each answer. */
export function CheckAnswers({ view }: { view: OnboardingView }) {
  const { id, logo } = view;
  return (
    <div className="flex flex-col gap-12">
      {answerSteps.map((step) => (
        <Section key={step} title={stepTitles[step]}>
          {step === "logo" && logo && <LogoPreview {...logo} />}
          <SummaryList
            items={answerRows(step, view).map((row) => ({
              term: row.term,
              value: <AnswerValues row={row} />,
              action: (
                <ChangeLink id={id} step={step} path={row.path} what={inSentence(row.term)} />
              ),
            }))}
          />
        </Section>
      ))}
      <Section title={stepTitles.attestations}>
        <Attested
          attestation={view.attestation}
          change={<ChangeLink id={id} step="attestations" path="" what="confirmations" />}
        />
      </Section>
    </div>
  );
}

/** A plain link: its fragment moves the focus to the field, and Continue leads back here. */
function ChangeLink({
  id,
  step,
  path,
  what,
}: {
  id: string;
  step: Step;
  path: string;
  what: string;
}) {
  return (
    <PageLink
      href={`/onboardings/${id}/${step}?from=check${path && `#${path}`}`}
      className="print:hidden"
    >
      Change<span className="sr-only"> {what}</span>
    </PageLink>
  );
}
