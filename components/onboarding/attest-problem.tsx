import { useTranslations } from "next-intl";
import type { AttestError } from "@/lib/drafts/model";
import { stepTitles } from "@/lib/fields/model";
import { describeStatus } from "@/lib/statuses/model";

/** Why nothing was confirmed. Unticked boxes are told at the boxes. */
export function AttestProblem({
  problem,
}: {
  problem: Exclude<AttestError, { code: "not_ticked" }>;
}) {
  const t = useTranslations("wizard.attestations.unconfirmed");
  switch (problem.code) {
    case "not_ours":
      return <p>{t("not_ours", { status: describeStatus(problem.status).label })}</p>;
    case "incomplete": {
      const sections = problem.steps.map((step) => stepTitles[step]).join(", ");
      return <p>{t("incomplete", { sections })}</p>;
    }
    default:
      return <p>{t(problem.code)}</p>;
  }
}
