import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { PageLink } from "@/components/ui/text-link";
import type { Translate } from "@/lib/languages/model";
import type { ReviewView } from "@/lib/reviews/model";
import { CHANGES_ID } from "./changes";
import { shortcuts } from "./keys";

/** The end of a review; not offered while the answers are others than those that were read. */
export function DecisionBar({
  review: { comments, ownSubmission, submission },
  stale,
  pending,
  reject,
}: {
  review: ReviewView;
  stale: boolean;
  pending: boolean;
  reject: ReactNode;
}) {
  const t = useTranslations("review.decision");
  const questions = comments.filter(({ internal, sent }) => !internal && !sent).length;
  return (
    <section aria-label={t("title")} className="flex flex-col gap-2 border-t pt-6 print:hidden">
      {stale ? (
        <p>
          {t.rich("changed", {
            link: (chunks) => (
              <PageLink href={`#${CHANGES_ID}`} className="font-medium">
                {chunks}
              </PageLink>
            ),
          })}
        </p>
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-3">
            {!ownSubmission && (
              <Button
                form="review"
                name="intent"
                value="approve"
                aria-disabled={pending}
                aria-keyshortcuts={shortcuts.approve}
              >
                {t("approve")}
              </Button>
            )}
            <Button
              form="review"
              variant="secondary"
              name="intent"
              value="request-changes"
              aria-disabled={pending}
              aria-keyshortcuts={shortcuts.requestChanges}
            >
              {t("requestChanges")}
            </Button>
            {reject}
          </div>
          <p role="status" className="text-muted text-sm">
            {pending ? t("saving") : noteOf(questions, { submission, ownSubmission }, t)}
          </p>
        </>
      )}
    </section>
  );
}

function noteOf(
  count: number,
  {
    submission: { by, toCustomer },
    ownSubmission,
  }: Pick<ReviewView, "submission" | "ownSubmission">,
  t: Translate<"review.decision">,
): string {
  if (ownSubmission) return t("own");
  if (count === 0) return t("noQuestions");
  return toCustomer ? t("toCustomer", { count, name: by }) : t("toTeam", { count });
}
