import type { Metadata } from "next";
import { LiveArea } from "@/app/(portal)/live-area";
import { assignAction, reviewNextAction } from "@/app/(portal)/review/actions";
import { shortcuts } from "@/components/review/keys";
import { ReviewQueue } from "@/components/review/queue";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Time } from "@/components/ui/time";
import { requireStaff } from "@/lib/auth/session";
import { readCursor } from "@/lib/period/model";
import { lastReviewAt, listReviews } from "@/lib/reviews/queue";

export const metadata: Metadata = { title: "Review" };

export default async function ReviewQueuePage({ searchParams }: PageProps<"/review">) {
  const staff = await requireStaff("onboarding.review");
  const query = await searchParams;
  const page = await listReviews(staff, {
    after: readCursor(query),
    before: readCursor(query, "before"),
  });
  const empty = page.rows.length === 0;
  return (
    <LiveArea shows="*" className="flex flex-col gap-6">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1>Review</h1>
        {!empty && (
          <form action={reviewNextAction}>
            <Button aria-keyshortcuts={shortcuts.reviewNext}>Review next</Button>
          </form>
        )}
      </header>
      {query.none !== undefined && !empty && (
        <Banner tone="neutral" title="Nothing is left for you" role="status">
          <p>
            What waits is assigned to somebody else, being reviewed right now, or was submitted by
            you. You can open it all the same.
          </p>
        </Banner>
      )}
      {empty ? (
        <EmptyState title="The queue is empty.">
          <p>
            Last reviewed <Time at={await lastReviewAt(staff)} fallback="never" />.
          </p>
        </EmptyState>
      ) : (
        <ReviewQueue rows={page.rows} userId={staff.userId} assign={assignAction} />
      )}
      <Pagination
        previous={page.previous && `/review?before=${page.previous}`}
        next={page.next && `/review?after=${page.next}`}
      />
    </LiveArea>
  );
}
