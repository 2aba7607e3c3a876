import { useTranslations } from "next-intl";
import { Texts } from "@/components/languages/texts";
import { RequirementList } from "@/components/requirements/requirement-list";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import type { OnboardingView } from "@/lib/drafts/model";
import type { ApprovalView } from "@/lib/reviews/model";
import { ApprovedBy, insteadOf } from "./before-sending";
import { CheckAnswers } from "./check-answers";
import type { HandInAction } from "./hand-in-form";
import { missingOf } from "./missing";
import { SubmitForm, type SubmitState } from "./submit-form";

/** The last look before anything leaves the house. */
export function CheckStep({
  view,
  approval,
  submit,
  handIn,
}: {
  view: OnboardingView;
  approval: ApprovalView | null;
  handIn: HandInAction;
  submit: (state: SubmitState, form: FormData) => Promise<SubmitState>;
}) {
  const t = useTranslations("wizard.check");
  const instead = insteadOf({ view, approval, handIn }, useTranslations("wizard.beforeSending"));
  const { id, problem, request } = view;
  const missing = missingOf(view);
  const refused = problem && { code: "refused" as const, ...problem };
  return (
    <Texts of={["wizard.submit", "wizard.handIn"]}>
      <SubmitForm
        id={id}
        initial={refused && { error: refused, errors: [] }}
        submit={submit}
        instead={instead}
      >
        {missing.length > 0 && (
          <Section title={t("missing")}>
            <RequirementList requirements={missing} mayAct yours from="check" />
          </Section>
        )}
        <CheckAnswers view={view} />
        {request && (
          <div className="print:hidden">
            <Disclosure summary={t("exactly")}>
              <pre className="whitespace-pre-wrap rounded-card border bg-surface p-4 font-mono text-sm">
                {JSON.stringify(request, null, 2)}
              </pre>
            </Disclosure>
          </div>
        )}
        {approval?.approved && <ApprovedBy approved={approval.approved} />}
      </SubmitForm>
    </Texts>
  );
}
