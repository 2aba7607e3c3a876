import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveArea } from "@/app/(portal)/live-area";
import {
  assignAction,
  rejectAction,
  reviewAction,
  reviewNextAction,
  startReviewAction,
} from "@/app/(portal)/review/actions";
import { nameOf } from "@/components/customers/words";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { Texts } from "@/components/languages/texts";
import { Assignment } from "@/components/review/assignment";
import { CheckList } from "@/components/review/check-list";
import { PastReviews } from "@/components/review/past-reviews";
import { ReviewForm } from "@/components/review/review-form";
import { ReviewHeader } from "@/components/review/review-header";
import { loadReview } from "./load";

type Props = PageProps<"/review/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { review } = await loadReview((await params).id);
  const t = await getTranslations("review.page");
  return { title: t("titleOf", { customer: nameOf(review) }) };
}

export default async function ReviewPage({ params }: Props) {
  const { staff, review } = await loadReview((await params).id);
  const { id } = review;
  const t = await getTranslations("review.page");
  return (
    <LiveArea shows={id} className="flex flex-col gap-8">
      <Breadcrumb href="/review">{t("title")}</Breadcrumb>
      <ReviewHeader
        review={review}
        userId={staff.userId}
        start={startReviewAction.bind(null, id)}
        next={reviewNextAction}
      />
      <Texts
        of={[
          ...(["fields", "logo.stored", "steps.answers", "steps.contacts"] as const),
          ...(["review.answers", "review.values", "review.comments", "review.changes"] as const),
          ...(["review.decision", "review.refusals", "review.reject"] as const),
        ]}
      >
        <ReviewForm
          review={review}
          company={nameOf(review)}
          act={reviewAction.bind(null, id)}
          reject={rejectAction.bind(null, id)}
        >
          <CheckList checks={review.findings} />
          <Assignment review={review} userId={staff.userId} assign={assignAction.bind(null, id)} />
          <PastReviews past={review.past} />
        </ReviewForm>
      </Texts>
    </LiveArea>
  );
}
