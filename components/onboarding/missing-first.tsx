import { RequirementList } from "@/components/requirements/requirement-list";
import { Banner } from "@/components/ui/banner";
import type { OnboardingView } from "@/lib/drafts/model";
import { missingOf } from "./missing";

/** Shown instead of the confirmations: they are about answers that must exist first. */
export function MissingFirst({ view }: { view: OnboardingView }) {
  const answers = missingOf(view).filter(({ section }) => section !== "attestations");
  return (
    <div className="flex flex-col gap-6">
      <Banner tone="you" title="Cannot start yet">
        <p>You confirm exactly what is sent to Plaid. Complete these first:</p>
      </Banner>
      <RequirementList requirements={answers} mayAct yours />
    </div>
  );
}
