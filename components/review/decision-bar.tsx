import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { PageLink } from "@/components/ui/text-link";
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
  const questions = comments.filter(({ internal, sent }) => !internal && !sent).length;
  return (
    <section aria-label="Decision" className="flex flex-col gap-2 border-t pt-6 print:hidden">
      {stale ? (
        <p>
          Answers changed.{" "}
          <PageLink href={`#${CHANGES_ID}`} className="font-medium">
            See change
          </PageLink>
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
                Approve
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
              Request changes
            </Button>
            {reject}
          </div>
          <p role="status" className="text-muted text-sm">
            {pending ? "Saving…" : noteOf(questions, submission, ownSubmission)}
          </p>
        </>
      )}
    </section>
  );
}

function noteOf(
  questions: number,
  { by, toCustomer }: ReviewView["submission"],
  ownSubmission: boolean,
): string {
  if (ownSubmission) return "You submitted these answers, so somebody else has to approve them.";
  if (questions === 0) return "To request changes, comment on the fields that have to change.";
  const what = questions === 1 ? "1 question goes" : `${questions} questions go`;
  return toCustomer
    ? `Request changes: ${what} to ${by} in one mail.`
    : `Request changes: ${what} back to your team with the draft.`;
}
