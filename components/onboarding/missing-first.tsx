import { useTranslations } from "next-intl";
import { RequirementList } from "@/components/requirements/requirement-list";
import { Banner } from "@/components/ui/banner";
import type { OnboardingView } from "@/lib/drafts/model";
import { missingOf } from "./missing";

/** Shown instead of the confirmations: they are about answers that must exist first. */
export function MissingFirst({ view }: { view: OnboardingView }) {
  const t = useTranslations("wizard.attestations");
  const answers = missingOf(view).filter(({ section }) => section !== "attestations");
  return (
    <div className="flex flex-col gap-6">
      <Banner tone="you" title={t("cannotStart")}>
        <p>{t("first")}</p>
      </Banner>
      <RequirementList requirements={answers} mayAct yours />
    </div>
  );
}
