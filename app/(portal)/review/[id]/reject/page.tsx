import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { loadReview } from "@/app/(portal)/review/[id]/load";
import { rejectAction } from "@/app/(portal)/review/actions";
import { nameOf } from "@/components/customers/words";
import { Texts } from "@/components/languages/texts";
import { RejectOnPage } from "@/components/review/reject";

type Props = PageProps<"/review/[id]/reject">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { review } = await loadReview((await params).id);
  const t = await getTranslations("review.reject");
  return { title: t("titleOf", { customer: nameOf(review) }) };
}

export default async function RejectPage({ params, searchParams }: Props) {
  const { review } = await loadReview((await params).id);
  const { id, status, submission } = review;
  const { answers, submission: submissionId } = await searchParams;
  const opened = typeof answers === "string" && typeof submissionId === "string";
  // Only answers that somebody has read can be rejected: the way here is the review's own page.
  if (status !== "IN_REVIEW" || !opened) redirect(`/review/${id}` as Route);
  const company = nameOf(review);
  const t = await getTranslations("review.reject");
  return (
    <div className="flex flex-col gap-6">
      <h1>{t("question", { customer: company })}</h1>
      <Texts of={["review.reject", "review.refusals"]}>
        <RejectOnPage
          id={id}
          company={company}
          seen={{ submissionId, answersSha256: answers }}
          reader={submission.toCustomer ? submission.by : null}
          reject={rejectAction.bind(null, id)}
        />
      </Texts>
    </div>
  );
}
