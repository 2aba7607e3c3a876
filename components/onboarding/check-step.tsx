import { Banner } from "@/components/ui/banner";
import type { OnboardingView } from "@/lib/drafts/model";
import { CheckAnswers } from "./check-answers";
import { MissingSteps } from "./missing-steps";
import { SubmitForm, type SubmitState } from "./submit-form";

/** The last look before anything leaves the house. */
export function CheckStep({
  view,
  submit,
}: {
  view: OnboardingView;
  submit: (state: SubmitState, form: FormData) => Promise<SubmitState>;
}) {
  const { id, incomplete, attestation, problem } = view;
  const missing = attestation.current ? incomplete : [...incomplete, "attestations" as const];
  const refused = problem && { code: "refused" as const, ...problem };
  return (
    <SubmitForm id={id} initial={refused && { error: refused, errors: [] }} submit={submit}>
      {missing.length > 0 && (
        <Banner tone="you" title="Missing before it can be sent">
          <MissingSteps id={id} steps={missing} from="check" />
        </Banner>
      )}
      <CheckAnswers view={view} />
    </SubmitForm>
  );
}
