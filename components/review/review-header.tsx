import type { Route } from "next";
import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/customers/status-badge";
import { nameOf } from "@/components/customers/words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { Translate } from "@/lib/languages/model";
import { type PastReview, type ReviewView, rejectionLabels } from "@/lib/reviews/model";
import { BeingReviewed } from "./being-reviewed";
import { shortcuts } from "./keys";

type Props = {
  review: ReviewView;
  userId: string;
  start: () => Promise<void>;
  next: () => Promise<void>;
};

/** Whose answers these are, who reads them right now, and what was decided when they are not open any more. */
export function ReviewHeader({ review, userId, start, next }: Props) {
  const t = useTranslations("review.header");
  const { status, submission, reviewer, past } = review;
  const open = status === "IN_REVIEW";
  const { by, email, at, reference } = submission;
  return (
    <header className="flex flex-col gap-4">
      <div>
        <h1>{nameOf(review)}</h1>
        <p className="text-muted">
          {t.rich("submitted", { name: by, email, at, reference, time: () => <Time at={at} /> })}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <StatusBadge status={status} />
        {open && reviewer && <BeingReviewed reviewer={reviewer} you={reviewer.id === userId} />}
        {open && reviewer?.id !== userId && (
          <form action={start}>
            <Button variant="secondary">{t("start")}</Button>
          </form>
        )}
        {open && (
          <TextLink href={`/onboardings/${review.id}` as Route}>{t("changeYourself")}</TextLink>
        )}
      </div>
      {!open && past[0] && <Decided review={review} last={past[0]} next={next} />}
    </header>
  );
}

function Decided({
  review,
  last,
  next,
}: {
  review: ReviewView;
  last: PastReview;
  next: Props["next"];
}) {
  const t = useTranslations("review.header");
  const page = useTranslations("review.page");
  return (
    <Banner tone="done" title={t(`decided.${last.decision}`)} role="status">
      <p>
        {t.rich("decidedBy", {
          name: last.by,
          at: last.at,
          follows: whatFollows(review, last, t),
          time: () => <Time at={last.at} />,
        })}
      </p>
      <form action={next}>
        <Button variant="secondary" aria-keyshortcuts={shortcuts.reviewNext}>
          {page("next")}
        </Button>
      </form>
    </Banner>
  );
}

function whatFollows(
  { status, submission, comments }: ReviewView,
  { decision, reasonCode, reason }: PastReview,
  t: Translate<"review.header">,
): string {
  if (decision === "rejected") {
    if (!reasonCode) return "";
    return t("follows.rejected", { reason: rejectionLabels[reasonCode], words: reason });
  }
  if (decision === "approved") return t("follows.approved");
  if (status !== "CHANGES_REQUESTED") return t("follows.withTeam");
  const count = comments.filter(({ sent }) => sent).length;
  return t("follows.asked", { name: submission.by, count });
}
