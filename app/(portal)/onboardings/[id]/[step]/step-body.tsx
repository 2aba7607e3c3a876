import {
  attestAction,
  saveStepAction,
  submitOnboardingAction,
} from "@/app/(portal)/onboardings/[id]/actions";
import { partnerContacts } from "@/components/onboarding/answer-rows";
import { AttestationsStep } from "@/components/onboarding/attestations-step";
import { CheckStep } from "@/components/onboarding/check-step";
import { CompanyStep } from "@/components/onboarding/company-step";
import { ContactsStep } from "@/components/onboarding/contacts-step";
import { explainUnaided } from "@/components/onboarding/logo-problem";
import { LogoStep } from "@/components/onboarding/logo-step";
import { MissingFirst } from "@/components/onboarding/missing-first";
import { ProductsStep } from "@/components/onboarding/products-step";
import { RedirectUrisStep } from "@/components/onboarding/redirect-uris-step";
import { SupportStep } from "@/components/onboarding/support-step";
import type { OnboardingView, StepState } from "@/lib/drafts/model";
import { newId } from "@/lib/id";
import type { AnswerStep, Answers, FieldErrors, Step } from "@/lib/onboarding/model";
import { refusalErrors } from "@/lib/refusals/model";
import { listCountries } from "@/lib/values/model";

type Body = { view: OnboardingView; from: "check" | undefined };

/** The form of one step, with its data and its action. */
export function StepBody({
  step,
  view,
  from,
  tooLarge,
}: Body & {
  step: Step;
  /** Bytes of a form that could not be taken because of them. */
  tooLarge: number;
}) {
  const { logo, partner } = view;
  switch (step) {
    case "company":
      return <CompanyStep {...answered("company", { view, from })} countries={listCountries()} />;
    case "contacts":
      return <ContactsStep {...answered(step, { view, from })} yours={partnerContacts(partner)} />;
    case "support":
      return <SupportStep {...answered(step, { view, from })} />;
    case "products":
      return (
        <ProductsStep
          {...answered(step, { view, from })}
          amountRequired={partner.hasMonthlyCommitment}
        />
      );
    case "logo":
      return (
        <LogoStep
          {...withTooLarge(answered(step, { view, from }), tooLarge)}
          stored={logo}
          uploadTo={`/api/onboardings/${view.id}/logo`}
        />
      );
    case "redirect-uris":
      return <RedirectUrisStep {...answered(step, { view, from })} />;
    case "attestations":
      return (
        <div className="max-w-form">
          <Attestations view={view} from={from} />
        </div>
      );
    case "check":
      return (
        <div className="max-w-form">
          <CheckStep view={view} submit={submitOnboardingAction.bind(null, view.id)} />
        </div>
      );
  }
}

function answered<S extends AnswerStep>(step: S, { view, from }: Body) {
  const { id, answers, versions, checks, problem } = view;
  const initial: StepState<Answers[S]> = {
    values: answers[step],
    version: versions[step],
    editor: newId("edt"),
    errors: refusalErrors(problem?.problem ?? null, step),
    warnings: checks[step].warnings,
    conflicts: [],
  };
  // The action answers with the answers of the step it is bound to.
  const save = saveStepAction.bind(null, id, step) as (
    state: StepState<Answers[S]>,
    form: FormData,
  ) => Promise<StepState<Answers[S]>>;
  const { company, support, logo } = answers;
  const facts = { applicationName: company.applicationName, logo: logo.logo, support };
  return { initial, save, from, facts, autosave: `/api/onboardings/${id}/answers/${step}` };
}

function withTooLarge<P extends { initial: { errors: FieldErrors } }>(step: P, bytes: number): P {
  if (!(bytes > 0)) return step;
  const errors = { logo: explainUnaided({ code: "too_large", bytes }) };
  return { ...step, initial: { ...step.initial, errors } };
}

function Attestations({ view, from }: Body) {
  const { id, attestation } = view;
  const { texts, evidence, payloadSha256, current } = attestation;
  if (payloadSha256 === null) return <MissingFirst view={view} />;
  return (
    <AttestationsStep
      initial={{ values: { dueDiligence: current, bankAddendum: current }, errors: {} }}
      confirm={attestAction.bind(null, id)}
      from={from}
      texts={texts}
      evidence={evidence}
      payloadSha256={payloadSha256}
    />
  );
}
