import { useTranslations } from "next-intl";
import { AnswerSections } from "@/components/onboarding/check-answers";
import { Banner } from "@/components/ui/banner";
import type { ApplicationView } from "@/lib/applicants/model";
import { rowsView } from "./rows-view";
import { SubmitForReview, type SubmitForReviewState } from "./submit-for-review";

/** The last look before the partner gets it. */
export function Check({
  view,
  at,
  storedAt,
  submit,
}: {
  view: ApplicationView;
  at: string;
  storedAt: string;
  submit: (state: SubmitForReviewState, form: FormData) => Promise<SubmitForReviewState>;
}) {
  const t = useTranslations("apply.check");
  const fields = useTranslations("fields");
  const { sections, steps, addendum, partner } = view;
  const missing = sections.filter((section) => section.missing.length > 0);
  return (
    <div className="max-w-form">
      <SubmitForReview partner={partner} addendum={addendum} at={at} submit={submit}>
        {missing.length > 0 && (
          <Banner tone="you" title={t("missing")}>
            <ul className="flex flex-col gap-1">
              {missing.map(({ step, missing: names }) => (
                <li key={step}>
                  {t.rich("missingIn", {
                    section: fields(`sections.${step}`),
                    names: names.map((name) => fields(name)).join(", "),
                    link: (section) => (
                      <a href={`${at}/${step}?from=check`} className="underline underline-offset-4">
                        {section}
                      </a>
                    ),
                  })}
                </li>
              ))}
            </ul>
          </Banner>
        )}
        <AnswerSections steps={steps} view={rowsView(view)} storedAt={storedAt} changeAt={at} />
      </SubmitForReview>
    </div>
  );
}
