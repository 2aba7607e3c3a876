import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TechnicalDetails } from "@/components/acts/technical-details";
import { PageLink } from "@/components/ui/text-link";
import type { SubmitError } from "@/lib/drafts/model";
import { fieldAt, stepTitles } from "@/lib/fields/model";
import { inSentence } from "@/lib/languages/model";
import type { AnswerStep } from "@/lib/onboarding/model";
import type { PlaidProblem } from "@/lib/partner-api/model";
import { waitOf } from "@/lib/rate-limits/model";
import { explainRefusal } from "@/lib/refusals/model";
import { describeStatus } from "@/lib/statuses/model";

/** Why nothing was created at Plaid, where to fix it, and what to quote. */
export function SubmitProblem({ id, error }: { id: string; error: SubmitError }) {
  const t = useTranslations("wizard.submit");
  switch (error.code) {
    case "not_ours":
      return <p>{t("unsent.not_ours", { status: describeStatus(error.status).label })}</p>;
    case "too_many":
      return <p>{t("unsent.too_many", { wait: waitOf(error) })}</p>;
    case "not_attested":
      return (
        <>
          <p>{t("unsent.not_attested")}</p>
          <FixLink href={`/onboardings/${id}/attestations?from=check`}>
            {t("toConfirmations")}
          </FixLink>
        </>
      );
    case "refused":
      return <Refused id={id} {...error} />;
    default:
      return <p>{t(`unsent.${error.code}`)}</p>;
  }
}

function Refused({
  id,
  problem,
  step,
  field,
}: {
  id: string;
  problem: PlaidProblem;
  step: AnswerStep | null;
  field: string | null;
}) {
  const t = useTranslations("wizard.submit");
  const { what, next } = explainRefusal(problem);
  const answer = step && field ? fieldAt(step, field) : undefined;
  return (
    <>
      <p className="font-medium">{what}</p>
      <p>{next}</p>
      {step && (
        <FixLink href={`/onboardings/${id}/${step}?from=check${field ? `#${field}` : ""}`}>
          {answer
            ? t("change", { answer: inSentence(answer.label) })
            : t("toSection", { section: stepTitles[step] })}
        </FixLink>
      )}
      <TechnicalDetails problem={problem} />
    </>
  );
}

function FixLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p>
      <PageLink href={href} className="font-medium">
        {children}
      </PageLink>
    </p>
  );
}
