import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import { SummaryList } from "@/components/ui/summary-list";
import { PageLink } from "@/components/ui/text-link";
import type { OnboardingView } from "@/lib/drafts/model";
import { inSentence } from "@/lib/languages/model";
import { type AnswerStep, answerSteps, type Step } from "@/lib/onboarding/model";
import { type RowsView, useAnswerRows } from "./answer-rows";
import { AnswerValues } from "./answer-values";
import { Attested } from "./attested";
import { LogoPreview } from "./logo-preview";

/** Everything exactly as it would be sent, with the way back to each answer. */
export function CheckAnswers({ view }: { view: OnboardingView }) {
  const { id } = view;
  const title = useTranslations("fields.sections")("attestations");
  return (
    <div className="flex flex-col gap-12">
      <AnswerSections
        steps={answerSteps}
        view={view}
        storedAt="/api/logos"
        changeAt={`/onboardings/${id}`}
      />
      <Section title={title}>
        <Attested
          attestation={view.attestation}
          change={
            <ChangeLink
              at={`/onboardings/${id}`}
              step="attestations"
              path=""
              what={inSentence(title)}
            />
          }
        />
      </Section>
    </div>
  );
}

/** The answers of these sections; with the way back to each where there is one. */
export function AnswerSections({
  steps,
  view,
  storedAt,
  changeAt,
}: {
  steps: readonly AnswerStep[];
  view: RowsView & Pick<OnboardingView, "logo">;
  storedAt: string;
  changeAt?: string;
}) {
  const { logo } = view;
  const title = useTranslations("fields.sections");
  const answerRows = useAnswerRows();
  return steps.map((step) => (
    <Section key={step} title={title(step)}>
      {step === "logo" && logo && (
        <LogoPreview src={`${storedAt}/${logo.sha256}`} bytes={logo.bytes} />
      )}
      <SummaryList
        items={answerRows(step, view).map((row) => ({
          term: row.term,
          value: <AnswerValues row={row} />,
          action: changeAt && (
            <ChangeLink at={changeAt} step={step} path={row.path} what={inSentence(row.term)} />
          ),
        }))}
      />
    </Section>
  ));
}

/** A plain link: its fragment moves the focus to the field, and Continue leads back here. */
function ChangeLink({
  at,
  step,
  path,
  what,
}: {
  at: string;
  step: Step;
  path: string;
  what: string;
}) {
  const t = useTranslations("steps.answers");
  return (
    <PageLink href={`${at}/${step}?from=check${path && `#${path}`}`} className="print:hidden">
      {t.rich("change", {
        answer: what,
        hidden: (text: ReactNode) => <span className="sr-only">{text}</span>,
      })}
    </PageLink>
  );
}
