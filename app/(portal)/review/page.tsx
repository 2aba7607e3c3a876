import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
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

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review.page");
  return { title: t("title") };
}

export default async function ReviewQueuePage({ searchParams }: PageProps<"/review">) {
  const staff = await requireStaff("onboarding.review");
  const t = await getTranslations("review.page");
  const query = await searchParams;
  const page = await listReviews(staff, {
    after: readCursor(query),
    before: readCursor(query, "before"),
  });
  const empty = page.rows.length === 0;
  const last = empty ? await lastReviewAt(staff) : null;
  return (
    <LiveArea shows="*" className="flex flex-col gap-6">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1>{t("title")}</h1>
        {!empty && (
          <form action={reviewNextAction}>
            <Button aria-keyshortcuts={shortcuts.reviewNext}>{t("next")}</Button>
          </form>
        )}
      </header>
      {query.none !== undefined && !empty && (
        <Banner tone="neutral" title={t("noneLeft.title")} role="status">
          <p>{t("noneLeft.about")}</p>
        </Banner>
      )}
      {empty ? (
        <EmptyState title={t("empty.title")}>
          <p>
            {t.rich("empty.last", {
              at: last ?? "",
              time: () => <Time at={last} fallback={t("empty.never")} />,
            })}
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
