import type { Route } from "next";
import { StatusBadge } from "@/components/customers/status-badge";
import { nameOf } from "@/components/customers/words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
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
  const { status, submission, reviewer, past } = review;
  const open = status === "IN_REVIEW";
  const { by, email, at, reference } = submission;
  return (
    <header className="flex flex-col gap-4">
      <div>
        <h1>{nameOf(review)}</h1>
        <p className="text-muted">
          Submitted by {by} ({email}), <Time at={at} />. Reference {reference}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <StatusBadge status={status} />
        {open && reviewer && <BeingReviewed reviewer={reviewer} you={reviewer.id === userId} />}
        {open && reviewer?.id !== userId && (
          <form action={start}>
            <Button variant="secondary">Start reviewing</Button>
          </form>
        )}
        {open && (
          <TextLink href={`/onboardings/${review.id}` as Route}>Change answers yourself</TextLink>
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
  return (
    <Banner tone="done" title={titleOf(last)} role="status">
      <p>
        {last.by}, <Time at={last.at} />. {whatFollows(review, last)}
      </p>
      <form action={next}>
        <Button variant="secondary" aria-keyshortcuts={shortcuts.reviewNext}>
          Review next
        </Button>
      </form>
    </Banner>
  );
}

function titleOf({ decision }: PastReview): string {
  if (decision === "approved") return "Approved";
  return decision === "rejected" ? "Rejected" : "Changes were requested";
}

function whatFollows({ status, submission, comments }: ReviewView, last: PastReview): string {
  if (last.decision === "rejected") {
    return last.reasonCode ? `${rejectionLabels[last.reasonCode]}: “${last.reason}”` : "";
  }
  if (last.decision === "approved") return "Confirmations and sending to Plaid come next.";
  const asked = comments.filter(({ sent }) => sent).length;
  if (status !== "CHANGES_REQUESTED") return "The draft is with your team again.";
  return `${submission.by} was asked about ${asked === 1 ? "1 field" : `${asked} fields`} in one mail.`;
}
